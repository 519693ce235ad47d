package dev.hearth.incentive.challenge;

import dev.hearth.incentive.challenge.Participants.At;
import dev.hearth.incentive.challenge.ReviewTable.Review;
import dev.hearth.incentive.job.Job;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** After a change of a challenge's stages: lets everybody be settled who had begun. What was won stays won. */
@ApplicationScoped
class ChallengeReviewJob extends Job {
    private final ReviewTable reviews;
    private final Participants participants;

    ChallengeReviewJob(ReviewTable reviews, Participants participants) {
        this.reviews = reviews;
        this.participants = participants;
    }

    @Override
    public String name() {
        return "challenge-review";
    }

    @Override
    public Uni<Integer> runOnce(SqlConnection connection, int limit) {
        return reviews.open(connection)
                .chain(open -> open.isEmpty()
                        ? Uni.createFrom().item(0)
                        : participants
                                .page(
                                        connection,
                                        open.get().community(),
                                        open.get().challenge(),
                                        open.get().after(),
                                        limit)
                                .chain(page -> note(connection, open.get(), page, limit))
                                // Another challenge may be next.
                                .replaceWith(limit));
    }

    private Uni<Void> note(SqlConnection connection, Review review, List<At> page, int limit) {
        return participants
                .expect(connection, page.stream().map(At::participant).toList())
                .chain(() -> page.size() < limit
                        ? reviews.end(connection, review)
                        : reviews.advance(
                                connection, review, page.getLast().participant().member()));
    }

    @Override
    public Uni<Long> backlog(SqlClient client) {
        return reviews.count(client);
    }
}
