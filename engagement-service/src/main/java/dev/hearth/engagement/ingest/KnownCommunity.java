package dev.hearth.engagement.ingest;

import dev.hearth.contract.member.MemberStatus;
import dev.hearth.engagement.kind.Kind;
import java.time.ZoneId;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What is held in memory of the community whose events come in.
 *
 * @param id the community's id
 * @param kinds the kind of that name, standard or declared; null if there is none
 * @param statuses where a member stands; null if nothing is known of it
 * @param zones the zone whose days count in a group, or in the community for no group (null) and for one not known here
 */
record KnownCommunity(
        String id,
        Function<String, @Nullable Kind> kinds,
        Function<String, @Nullable MemberStatus> statuses,
        Function<@Nullable String, ZoneId> zones) {}
