package dev.hearth.member.profile;

import dev.hearth.platform.problem.Check;
import jakarta.persistence.Embeddable;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a member. Texts that are empty count as absent.
 *
 * @param displayName how the member is called, at most 200 characters
 * @param channel where the member came from (渠道), at most 100 characters
 * @param zone IANA time zone the member lives in
 * @param tags at most 50, each 1 to 64 characters; kept sorted and once each
 * @param level 0 to 1,000
 * @param planted whether operators run the account (托儿), so that no metric counts it
 */
@Embeddable
record Profile(
        @Nullable String displayName,
        @Nullable String channel,
        @Nullable String zone,
        @JdbcTypeCode(SqlTypes.ARRAY) List<String> tags,
        int level,
        boolean planted) {
    static final int MAX_NAME = 200;
    static final int MAX_CHANNEL = 100;
    static final int MAX_TAGS = 50;
    static final int MAX_TAG = 64;
    static final int MAX_LEVEL = 1000;

    /** Of whom nothing is known. */
    static final Profile BLANK = new Profile(null, null, null, List.of(), 0, false);

    Profile {
        displayName = text("/displayName", displayName, MAX_NAME);
        channel = text("/channel", channel, MAX_CHANNEL);
        zone = zone == null || zone.isEmpty() ? null : Check.zone("/zone", zone);
        tags = sorted(tags);
        level = (int) Check.range("/level", level, 0, MAX_LEVEL);
    }

    /** The events of a change from this to {@code next}. */
    List<MemberEvent> changesTo(Profile next) {
        List<MemberEvent> events = new ArrayList<>();
        if (!tags.equals(next.tags)) {
            events.add(new MemberEvent.Tagged(without(next.tags, tags), without(tags, next.tags)));
        }
        if (level != next.level) {
            events.add(new MemberEvent.LevelChanged(level, next.level));
        }
        List<String> fields = differences(next);
        if (!fields.isEmpty()) {
            events.add(new MemberEvent.ProfileChanged(fields));
        }
        return events;
    }

    private List<String> differences(Profile next) {
        return Stream.of(
                        Objects.equals(displayName, next.displayName) ? "" : "displayName",
                        Objects.equals(channel, next.channel) ? "" : "channel",
                        Objects.equals(zone, next.zone) ? "" : "zone",
                        planted == next.planted ? "" : "planted")
                .filter(name -> !name.isEmpty())
                .toList();
    }

    private static List<String> without(List<String> all, List<String> those) {
        return all.stream().filter(one -> !those.contains(one)).toList();
    }

    private static @Nullable String text(String pointer, @Nullable String value, int max) {
        return value == null || value.isEmpty() ? null : Check.text(pointer, value, max);
    }

    private static List<String> sorted(List<String> tags) {
        int count = (int) Check.range("/tags", tags.size(), 0, MAX_TAGS);
        return IntStream.range(0, count)
                .mapToObj(i -> Check.text("/tags/" + i, tags.get(i), MAX_TAG))
                .sorted()
                .distinct()
                .toList();
    }
}
