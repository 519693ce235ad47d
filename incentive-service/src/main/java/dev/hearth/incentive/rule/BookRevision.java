package dev.hearth.incentive.rule;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** Counts the changes of a community's rules and caps. Its row is locked by whoever changes one of them. */
@Entity
@Table(name = "rule_book")
class BookRevision {
    @Id
    @Column(name = "community")
    @SuppressWarnings("UnusedVariable") // the key, by which the row is found
    private String community;

    private long revision;

    @SuppressWarnings("NullAway.Init") // for Hibernate, which fills the fields
    protected BookRevision() {}

    /** Counts one change. */
    long turn() {
        return ++revision;
    }
}
