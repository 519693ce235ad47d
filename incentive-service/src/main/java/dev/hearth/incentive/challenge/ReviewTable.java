package dev.hearth.incentive.challenge;

import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The store of which challenges have to be settled anew, since their stages changed, and how far that is. */
@ApplicationScoped
class ReviewTable {
    private static final String BEGIN = "insert into challenge_review (community, challenge) values ($1, $2)"
            + " on conflict (community, challenge) do update set after_member = ''";
    private static final String OPEN = "select community, challenge, after_member from challenge_review"
            + " order by community, challenge limit 1 for update skip locked";
    private static final String ADVANCE =
            "update challenge_review set after_member = $3 where community = $1 and challenge = $2";
    private static final String END = "delete from challenge_review where community = $1 and challenge = $2";
    private static final String COUNT = "select count(*) from challenge_review";

    /**
     * How far one challenge is.
     *
     * @param after the member who was noted last
     */
    record Review(String community, String challenge, String after) {}

    Uni<Void> begin(SqlClient connection, String community, String challenge) {
        return connection
                .preparedQuery(BEGIN)
                .execute(Tuple.of(community, challenge))
                .replaceWithVoid();
    }

    /** One that is open; taken by this transaction. */
    Uni<Optional<Review>> open(SqlClient connection) {
        return connection.preparedQuery(OPEN).execute().map(rows -> {
            List<Review> open = new ArrayList<>();
            rows.forEach(row -> open.add(new Review(row.getString(0), row.getString(1), row.getString(2))));
            return open.stream().findFirst();
        });
    }

    Uni<Void> advance(SqlClient connection, Review review, String after) {
        return connection
                .preparedQuery(ADVANCE)
                .execute(Tuple.of(review.community(), review.challenge(), after))
                .replaceWithVoid();
    }

    Uni<Void> end(SqlClient connection, Review review) {
        return connection
                .preparedQuery(END)
                .execute(Tuple.of(review.community(), review.challenge()))
                .replaceWithVoid();
    }

    Uni<Long> count(SqlClient client) {
        return client.preparedQuery(COUNT)
                .execute()
                .map(rows -> rows.iterator().next().getLong(0));
    }
}
