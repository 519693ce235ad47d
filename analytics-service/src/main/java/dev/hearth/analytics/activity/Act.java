package dev.hearth.analytics.activity;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A member did something on a day. Equal acts are the same act, however often they are heard of.
 *
 * @param community the community's id
 * @param member who acted; one member's acts all belong to one partition
 * @param group the group it was done in, or null if in none
 * @param kind what was done
 * @param day the local day it counts for
 */
public record Act(String community, String member, @Nullable String group, String kind, LocalDate day) {
    public Act {
        if (community.isEmpty() || member.isEmpty() || kind.isEmpty() || (group != null && group.isEmpty())) {
            throw new IllegalArgumentException("community, member, group and kind must not be empty");
        }
    }
}
