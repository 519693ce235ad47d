package dev.hearth.acceptance.truth;

import java.time.Instant;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Something a member of a generated community did.
 *
 * @param id the event's id
 * @param at when
 * @param member who
 * @param kind what, by the suite's name
 * @param group where, if in a group
 * @param zone whose day it counts for
 */
record Deed(
        String id,
        Instant at,
        String member,
        String kind,
        @Nullable String group,
        ZoneId zone) {
    String csv() {
        return String.join(",", id, at.toString(), member, kind, "", "", "", group == null ? "" : group);
    }
}
