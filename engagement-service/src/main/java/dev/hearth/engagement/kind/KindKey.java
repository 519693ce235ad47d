package dev.hearth.engagement.kind;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A kind is declared in a community. */
@Embeddable
record KindKey(
        @Column(name = "community") String community,
        @Column(name = "kind") String kind) {}
