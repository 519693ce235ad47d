package dev.hearth.member.profile;

import dev.hearth.member.group.GroupId;
import dev.hearth.platform.problem.Check;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What is said of a member who joins. What it leaves out stays as it is; an empty text removes what was known. */
@Schema(name = "EnrolMember", examples = """
                {"displayName": "Ada", "channel": "newsletter", "zone": "Europe/London", "groups": ["runners"]}""")
record EnrolMember(
        @Schema(maxLength = Profile.MAX_NAME, examples = "Ada") @Nullable
        String displayName,

        @Schema(maxLength = Profile.MAX_CHANNEL, description = "where the member came from", examples = "newsletter")
        @Nullable
        String channel,

        @Schema(description = "IANA time zone", examples = "Europe/London") @Nullable
        String zone,

        @Schema(maxItems = Member.MAX_GROUPS, description = "all groups the member is in", examples = "[\"runners\"]")
        @Nullable
        List<String> groups,

        @Schema(maxItems = Profile.MAX_TAGS, description = "operators only", examples = "[\"early-bird\"]") @Nullable
        List<String> tags,

        @Schema(minimum = "0", maximum = "1000", description = "operators only; 0 at first", examples = "1") @Nullable
        Integer level,

        @Schema(
                description = "run by operators, counted in no metric; operators only; false at first",
                examples = "false")
        @Nullable
        Boolean planted,

        @Schema(
                description = "since when somebody is a member who is taken over from another system: 1970 at the"
                        + " earliest, not ahead of now; operators only; now if left out, and later never another",
                examples = "2024-05-01T08:00:00Z")
        @Nullable
        Instant joinedAt) {
    static final EnrolMember NOTHING = new EnrolMember(null, null, null, null, null, null, null, null);

    EnrolMember {
        // As exact as it is kept: the same said again is the same.
        joinedAt = joinedAt == null ? null : joinedAt.truncatedTo(ChronoUnit.MICROS);
        if (groups != null) {
            List<String> given = groups;
            int count = (int) Check.range("/groups", given.size(), 0, Member.MAX_GROUPS);
            groups = IntStream.range(0, count)
                    .mapToObj(i -> Check.identifier("/groups/" + i, given.get(i)))
                    .toList();
        }
    }

    /** The profile that follows from what was known. */
    Profile over(Profile known) {
        return new Profile(
                displayName == null ? known.displayName() : displayName,
                channel == null ? known.channel() : channel,
                zone == null ? known.zone() : zone,
                tags == null ? known.tags() : tags,
                level == null ? known.level() : level,
                planted == null ? known.planted() : planted);
    }

    /** The groups that follow from those the member is in. */
    Set<GroupId> into(Set<GroupId> current) {
        return groups == null
                ? current
                : groups.stream().map(GroupId::new).collect(Collectors.toCollection(TreeSet::new));
    }

    /** Since when somebody new is a member; fails if that is ahead of {@code now}. */
    Instant arrival(Instant now) {
        if (joinedAt == null) {
            return now;
        }
        if (joinedAt.isAfter(now) || joinedAt.isBefore(Instant.EPOCH)) {
            throw Check.refused("/joinedAt", "is " + joinedAt + ", must be from 1970 to now; leave it out for now");
        }
        return joinedAt;
    }

    /** Fails if it says that the member joined at another time than is known. */
    void requireArrival(Instant known) {
        if (joinedAt != null && !joinedAt.equals(known.truncatedTo(ChronoUnit.MICROS))) {
            throw Check.refused(
                    "/joinedAt",
                    "is " + joinedAt + ", but the member joined at " + known + ", which stays; leave it out");
        }
    }

    /** Whether it says what is for operators to say. */
    boolean isOperators() {
        return tags != null || level != null || planted != null || joinedAt != null;
    }
}
