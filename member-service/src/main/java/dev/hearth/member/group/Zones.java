package dev.hearth.member.group;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/**
 * Whose days count.
 *
 * @param community the community's zone
 * @param own the zones of those of the groups asked for that have one of their own
 */
public record Zones(ZoneId community, Map<GroupId, ZoneId> own) {
    public Zones {
        own = Map.copyOf(own);
    }

    /** The community's local day. */
    public LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, community);
    }

    /** The group's local day, where it has a zone of its own; else the community's. */
    public LocalDate day(GroupId group, Instant at) {
        return LocalDate.ofInstant(at, own.getOrDefault(group, community));
    }
}
