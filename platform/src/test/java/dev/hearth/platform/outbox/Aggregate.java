package dev.hearth.platform.outbox;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;

/** An aggregate of one test: its version tells the order of its commits. */
@Entity
@Table(name = "aggregate")
class Aggregate {
    @Id
    String id = "";

    @Version
    int version;

    String word = "";

    Aggregate() {}

    Aggregate(String id) {
        this.id = id;
    }
}
