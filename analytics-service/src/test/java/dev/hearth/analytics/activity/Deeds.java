package dev.hearth.analytics.activity;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * Acts of which only who, where, what and when matters: each named by all of these, so that an equal one is a repeat.
 */
public final class Deeds {
    private Deeds() {}

    public static Act act(String community, String member, @Nullable String group, String kind, LocalDate day) {
        return new Act(
                community,
                String.join("/", String.valueOf(group), kind, day.toString()),
                member,
                Place.deed(group, kind),
                day,
                day.atTime(LocalTime.NOON).toInstant(ZoneOffset.UTC),
                null,
                null);
    }
}
