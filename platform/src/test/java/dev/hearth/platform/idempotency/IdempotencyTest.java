package dev.hearth.platform.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hearth.platform.fixture.Eventually;
import dev.hearth.platform.fixture.Settings;
import dev.hearth.platform.fixture.TestDatabase;
import dev.hearth.platform.fixture.TestSessions;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.ProblemType;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Transaction;
import io.vertx.mutiny.sqlclient.Tuple;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import org.hibernate.reactive.mutiny.Mutiny;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IdempotencyTest {
    private final TestDatabase database = TestDatabase.fresh();
    private final TestSessions sessions = new TestSessions(database);
    private final MovingClock clock = new MovingClock();
    private final IdempotencyConfig config = Settings.of(IdempotencyConfig.class, Map.of());
    private final Idempotency idempotency = new Idempotency(clock, config);

    @BeforeEach
    void createTheEffects() {
        database.execute("create table effect (word text)");
    }

    @AfterEach
    void close() {
        sessions.close();
        database.close();
    }

    @Test
    void aRepeatGetsTheStoredAnswerAndTakesNoEffect() {
        Answer first = TestDatabase.get(post("key", "word"));
        Answer second = TestDatabase.get(post("key", "word"));

        assertThat(first).isEqualTo(new Answer(201, "/words/word", "{\"text\":\"word\"}", false));
        assertThat(second).isEqualTo(new Answer(201, "/words/word", "{\"text\":\"word\"}", true));
        assertThat(database.count("effect")).isEqualTo(1);
        assertThat(AnswerResponse.of(first).getHeaderString("Idempotency-Replayed"))
                .isNull();
        assertThat(AnswerResponse.of(second).getHeaderString("Idempotency-Replayed"))
                .isEqualTo("true");
    }

    @Test
    void anAnswerWithoutBodyAndLocationIsReplayedAsSuch() {
        Answer none = new Answer(204, null, null, false);
        KeyedRequest request = request("key", "word");

        var _ = TestDatabase.get(once(request, session -> Uni.createFrom().item(none)));

        assertThat(TestDatabase.get(
                        once(request, session -> Uni.createFrom().failure(new AssertionError("ran again")))))
                .isEqualTo(new Answer(204, null, null, true));
    }

    @Test
    void refusesTheKeyOfAnotherBody() {
        var _ = TestDatabase.get(post("key", "word"));

        assertThat(refusal(post("key", "other"))).isEqualTo(IdempotencyProblem.IDEMPOTENCY_KEY_REUSED);
        assertThat(database.count("effect")).isEqualTo(1);
    }

    @Test
    void keysOfOtherCallersAndRoutesAreOtherKeys() {
        for (String caller : List.of("olga", "omar")) {
            for (String route : List.of("POST /a", "POST /b")) {
                KeyedRequest request = KeyedRequest.of(caller, route, "key", new Word("word"));
                assertThat(TestDatabase.get(once(request, effect("word"))).replayed())
                        .isFalse();
            }
        }
        assertThat(database.count("effect")).isEqualTo(4);
    }

    @Test
    void refusesARepeatWhileTheRequestStillRuns() {
        SqlConnection other = database.connect();
        Transaction gate = TestDatabase.get(other.begin());
        TestDatabase.run(other.query("lock table effect").execute().replaceWithVoid());
        CompletableFuture<Answer> first = post("key", "word").subscribeAsCompletionStage();
        Eventually.holds("the first is in its effect", this::oneWaits);

        assertThat(refusal(post("key", "word"))).isEqualTo(IdempotencyProblem.REQUEST_STILL_RUNNING);

        TestDatabase.run(gate.commit());
        TestDatabase.run(other.close());
        assertThat(first.join().replayed()).isFalse();
        assertThat(TestDatabase.get(post("key", "word")).replayed()).isTrue();
    }

    @Test
    void aFailedEffectStoresNothingAndMayBeTriedAgain() {
        KeyedRequest request = request("key", "word");
        ProblemException refused = catchThrowableOfType(
                ProblemException.class,
                () -> TestDatabase.get(once(
                        request,
                        session -> effect("word")
                                .apply(session)
                                .onItem()
                                .failWith(() -> new ProblemException(
                                        IdempotencyProblem.REQUEST_STILL_RUNNING, "stands for any refusal")))));
        assertThat(refused).isNotNull();
        assertThat(database.count("effect")).isZero();

        assertThat(TestDatabase.get(post("key", "word")).replayed()).isFalse();
    }

    @Test
    void sixtyFourAtOnceTakeEffectOnceAndAgreeOnTheAnswer() {
        for (int race = 0; race < 5; race++) {
            String key = "race-" + race;
            List<CompletableFuture<String>> all = new ArrayList<>();
            for (int i = 0; i < 64; i++) {
                all.add(post(key, key)
                        .map(answer -> answer.status() + String.valueOf(answer.body()))
                        .onFailure(ProblemException.class)
                        .recoverWithItem(failure -> failure.type().name())
                        .subscribeAsCompletionStage());
            }

            List<String> outcomes =
                    all.stream().map(CompletableFuture::join).distinct().toList();

            assertThat(outcomes)
                    .contains("201{\"text\":\"" + key + "\"}")
                    .isSubsetOf("201{\"text\":\"" + key + "\"}", "REQUEST_STILL_RUNNING");
            assertThat(database.count("effect where word = '" + key + "'")).isEqualTo(1);
            assertThat(TestDatabase.get(post(key, key)).replayed()).isTrue();
        }
    }

    @Test
    void forgetsAnAnswerAfterItsTime() {
        var _ = TestDatabase.get(post("key", "word"));
        clock.now = clock.now.plus(config.keep()).plusSeconds(1);

        assertThat(TestDatabase.get(post("key", "other")).replayed()).isFalse();
        assertThat(TestDatabase.get(post("key", "other")).replayed()).isTrue();
        assertThat(database.count("idempotency")).isEqualTo(1);
    }

    @Test
    void sweepsWhatIsPastItsTimeInBatches() {
        for (int i = 0; i < 5; i++) {
            var _ = TestDatabase.get(post("old-" + i, "word"));
        }
        clock.now = clock.now.plus(config.keep()).plusSeconds(1);
        var _ = TestDatabase.get(post("new", "word"));
        IdempotencyConfig two = Settings.of(IdempotencyConfig.class, Map.of("hearth.idempotency.sweep-batch", "2"));
        try (IdempotencySweep sweep = new IdempotencySweep(database.pool(), clock, two)) {
            assertThat(TestDatabase.get(sweep.sweep())).isEqualTo(2);
            assertThat(TestDatabase.get(sweep.sweep())).isEqualTo(2);
            assertThat(TestDatabase.get(sweep.sweep())).isEqualTo(1);
        }

        assertThat(database.select("select key from idempotency", row -> row.getString(0)))
                .containsExactly("new");
    }

    @Test
    void aKeyMustBeThereAndHaveOneTo255Characters() {
        Word body = new Word("word");
        assertThat(keyRefusal(() -> KeyedRequest.of("olga", "POST /a", null, body)))
                .isEqualTo(IdempotencyProblem.IDEMPOTENCY_KEY_MISSING);
        assertThat(keyRefusal(() -> KeyedRequest.of("olga", "POST /a", " ", body)))
                .isEqualTo(IdempotencyProblem.IDEMPOTENCY_KEY_MALFORMED);
        assertThat(keyRefusal(() -> KeyedRequest.of("olga", "POST /a", "k".repeat(256), body)))
                .isEqualTo(IdempotencyProblem.IDEMPOTENCY_KEY_MALFORMED);
        assertThat(KeyedRequest.of("olga", "POST /a", "k".repeat(255), body).hash())
                .hasSize(64);
    }

    private boolean oneWaits() {
        return database.count("pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'") == 1;
    }

    private Uni<Answer> post(String key, String word) {
        return once(request(key, word), effect(word));
    }

    private Uni<Answer> postPlainly(String key, String word) {
        return database.pool()
                .withTransaction(connection -> idempotency.once(
                        connection,
                        request(key, word),
                        () -> connection
                                .preparedQuery("insert into effect values ($1)")
                                .execute(Tuple.of(word))
                                .map(rows -> Answer.created("/words/" + word, new Word(word)))));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void bothClientsKeepTheSameAnswers(boolean plainFirst) {
        Answer first = TestDatabase.get(plainFirst ? postPlainly("key", "word") : post("key", "word"));
        Answer second = TestDatabase.get(plainFirst ? post("key", "word") : postPlainly("key", "word"));

        assertThat(first).isEqualTo(new Answer(201, "/words/word", "{\"text\":\"word\"}", false));
        assertThat(second).isEqualTo(new Answer(201, "/words/word", "{\"text\":\"word\"}", true));
        assertThat(refusal(postPlainly("key", "other"))).isEqualTo(IdempotencyProblem.IDEMPOTENCY_KEY_REUSED);
        assertThat(database.count("effect")).isEqualTo(1);
    }

    @Test
    void sixtyFourPlainOnesAtOnceTakeEffectOnce() {
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            all.add((i % 2 == 0 ? postPlainly("race", "word") : post("race", "word"))
                    .map(answer -> answer.status() + String.valueOf(answer.body()))
                    .onFailure(ProblemException.class)
                    .recoverWithItem(failure -> failure.type().name())
                    .subscribeAsCompletionStage());
        }

        assertThat(all.stream().map(CompletableFuture::join).distinct().toList())
                .contains("201{\"text\":\"word\"}")
                .isSubsetOf("201{\"text\":\"word\"}", "REQUEST_STILL_RUNNING");
        assertThat(database.count("effect")).isEqualTo(1);
        assertThat(TestDatabase.get(postPlainly("race", "word")).replayed()).isTrue();
    }

    private Uni<Answer> once(KeyedRequest request, Function<Mutiny.Session, Uni<Answer>> effect) {
        return sessions.factory()
                .withTransaction(session -> idempotency.once(session, request, () -> effect.apply(session)));
    }

    private static KeyedRequest request(String key, String word) {
        return KeyedRequest.of("olga", "POST /words", key, new Word(word));
    }

    private static Function<Mutiny.Session, Uni<Answer>> effect(String word) {
        return session -> session.createNativeQuery("insert into effect values (:word)")
                .setParameter("word", word)
                .executeUpdate()
                .map(rows -> Answer.created("/words/" + word, new Word(word)));
    }

    private static ProblemType refusal(Uni<Answer> refused) {
        return keyRefusal(() -> TestDatabase.get(refused));
    }

    private static ProblemType keyRefusal(Supplier<?> refused) {
        return catchThrowableOfType(ProblemException.class, refused::get).type();
    }

    private record Word(String text) {}

    private static final class MovingClock extends Clock {
        Instant now = Instant.parse("2026-03-01T10:00:00Z");

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
