package dev.hearth.analytics.population;

import dev.hearth.contract.member.MemberStatus;

/** Something that many members have in common. */
sealed interface Trait {
    Trait PLANTED = new RunByOperators();

    record Tag(String name) implements Trait {}

    record Level(int level) implements Trait {}

    record Status(MemberStatus status) implements Trait {}

    record Group(String id) implements Trait {}

    record RunByOperators() implements Trait {}
}
