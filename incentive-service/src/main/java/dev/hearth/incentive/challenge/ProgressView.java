package dev.hearth.incentive.challenge;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How far a member is in a challenge, as callers see it. */
@Schema(name = "ChallengeProgress")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ProgressView(
        @Schema(examples = "ten-messages") String challenge,
        @Schema(examples = "Ten messages") String title,
        Measure measure,

        @Schema(description = "as measured so far", examples = "4")
        long progress,

        List<StageProgressView> stages,

        @Schema(description = "the friends that were brought, the latest first; of FRIENDS, and in the detail only")
        @Nullable
        List<FriendView> friends) {
    /** A stage on the way. */
    @Schema(name = "StageProgress")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record StageProgressView(
            @Schema(examples = "five") String stage,
            @Schema(examples = "5") long target,

            @Schema(description = "whether it is reached and its prize given")
            boolean reached,

            @Nullable Instant reachedAt) {
        static StageProgressView of(StageTerms stage, List<Won> won) {
            Won held = won.stream()
                    .filter(one -> one.stage().equals(stage.stage()) && one.lostAt() == null)
                    .findFirst()
                    .orElse(null);
            return new StageProgressView(
                    stage.stage(), stage.target(), held != null, held == null ? null : held.reachedAt());
        }
    }

    /** A friend. */
    @Schema(name = "InvitedFriend")
    record FriendView(
            @Schema(examples = "bob") String memberId,
            Instant since,

            @Schema(description = "who leaves before this counts no more")
            Instant vestsAt,

            boolean counts) {}

    static ProgressView of(Following.Way way) {
        return of(way, null);
    }

    static ProgressView of(Following.Detail detail) {
        boolean friends = detail.way().challenge().terms().measure() == Measure.FRIENDS;
        return of(detail.way(), friends ? friends(detail.friends()) : null);
    }

    private static ProgressView of(Following.Way way, @Nullable List<FriendView> friends) {
        ChallengeTerms terms = way.challenge().terms();
        return new ProgressView(
                way.challenge().id(),
                terms.title(),
                terms.measure(),
                way.progress(),
                terms.stages().stream()
                        .map(stage -> StageProgressView.of(stage, way.won()))
                        .toList(),
                friends);
    }

    private static List<FriendView> friends(List<Marks.Friend> friends) {
        return friends.stream()
                .map(friend -> new FriendView(friend.member(), friend.since(), friend.vestsAt(), friend.counts()))
                .toList();
    }
}
