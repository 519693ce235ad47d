package dev.hearth.incentive.definition;

import static dev.hearth.incentive.LedgerDatabase.await;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.hearth.incentive.LedgerDatabase;
import dev.hearth.platform.event.UnreadableEventException;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.ProblemType;
import dev.hearth.platform.problem.RequestProblem;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DefinitionsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-01T10:00:00.123456Z"), ZoneOffset.UTC);
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private final Definitions<Offer> offers =
            new Definitions<>(new DefinitionType<>("offer", Offer.class, RequestProblem.NOT_FOUND), CLOCK);
    private LedgerDatabase database;

    /** Terms with what terms have: optional parts, sets, times. */
    record Offer(
            long price,
            @Nullable String label,
            Set<String> kinds,
            @Nullable Instant from) {
        static Offer of(long price) {
            return new Offer(price, null, Set.of("b", "a", "c"), Instant.parse("2026-01-01T00:00:00Z"));
        }
    }

    /** What older software knows of it. */
    record OlderOffer(long price, Set<String> kinds) {}

    @BeforeAll
    void open() {
        database = new LedgerDatabase(40);
    }

    @AfterAll
    void close() {
        database.close();
    }

    @Test
    void theSameAgainChangesNothingAndNeedsNoPrecondition() {
        DefinitionKey key = fresh();

        Put<Defined<Offer>> first = put(key, Offer.of(5), DefinitionStatus.ACTIVE, IfMatch.absent());
        Put<Defined<Offer>> again = put(key, Offer.of(5), DefinitionStatus.ACTIVE, IfMatch.absent());

        assertThat(first).isInstanceOf(Put.Created.class);
        assertThat(again).isInstanceOf(Put.Existing.class);
        assertThat(again.value()).isEqualTo(first.value());
        assertThat(first.value())
                .isEqualTo(
                        new Defined<>(key.id(), 1, 1, DefinitionStatus.ACTIVE, Offer.of(5), CLOCK.instant(), "olga"));
        assertThat(revision(key)).isEqualTo(1);
    }

    @Test
    void aChangeIsTheNextVersionAndNeedsTheVersionThatWasRead() {
        DefinitionKey key = fresh();
        var _ = put(key, Offer.of(5), DefinitionStatus.ACTIVE, IfMatch.absent());

        assertThat(refusal(() -> put(key, Offer.of(6), DefinitionStatus.ACTIVE, IfMatch.absent())))
                .isEqualTo(RequestProblem.PRECONDITION_REQUIRED);
        assertThat(put(key, Offer.of(6), DefinitionStatus.ACTIVE, IfMatch.of(1))
                        .value()
                        .version())
                .isEqualTo(2);
        assertThat(refusal(() -> put(key, Offer.of(7), DefinitionStatus.ACTIVE, IfMatch.of(1))))
                .isEqualTo(RequestProblem.PRECONDITION_FAILED);
        assertThat(await(offers.version(database.pool(), key, 1)).orElseThrow().terms())
                .isEqualTo(Offer.of(5));
        assertThat(await(offers.version(database.pool(), key, 3))).isEmpty();
    }

    @Test
    void aDraftLeavesInForceWhatWas() {
        DefinitionKey key = fresh();
        var _ = put(key, Offer.of(5), DefinitionStatus.DRAFT, IfMatch.absent());
        assertThat(await(offers.inForce(database.pool(), key))).isEmpty();
        assertThat(await(offers.inForce(database.pool(), key.community()))).isEmpty();

        var _ = put(key, Offer.of(5), DefinitionStatus.ACTIVE, IfMatch.of(1));
        var _ = put(key, Offer.of(9), DefinitionStatus.DRAFT, IfMatch.of(2));

        assertThat(await(offers.inForce(database.pool(), key)).orElseThrow().version())
                .isEqualTo(2);
        assertThat(prices(await(offers.inForce(database.pool(), key.community()))))
                .containsExactly(5L);
        assertThat(await(offers.get(database.pool(), key)).terms()).isEqualTo(Offer.of(9));
    }

    @Test
    void whatIsRetiredIsNotInForceAndNeverComesBack() {
        DefinitionKey key = fresh();
        var _ = put(key, Offer.of(5), DefinitionStatus.ACTIVE, IfMatch.absent());
        var _ = put(key, Offer.of(5), DefinitionStatus.RETIRED, IfMatch.of(1));

        assertThat(await(offers.inForce(database.pool(), key))).isEmpty();
        assertThat(await(offers.inForce(database.pool(), key.community()))).isEmpty();
        assertThat(refusal(() -> put(key, Offer.of(5), DefinitionStatus.ACTIVE, IfMatch.of(2))))
                .isEqualTo(DefinitionProblem.DEFINITION_RETIRED);
        assertThat(put(key, Offer.of(5), DefinitionStatus.RETIRED, IfMatch.absent())
                        .value()
                        .version())
                .isEqualTo(2);
    }

    @Test
    void whatWasInForceAfterAChangeStaysKnown() {
        DefinitionKey one = fresh();
        DefinitionKey other = new DefinitionKey(one.community(), "other");
        var _ = put(one, Offer.of(1), DefinitionStatus.ACTIVE, IfMatch.absent());
        var _ = put(other, Offer.of(2), DefinitionStatus.ACTIVE, IfMatch.absent());
        var _ = put(one, Offer.of(3), DefinitionStatus.ACTIVE, IfMatch.of(1));
        var _ = put(other, Offer.of(2), DefinitionStatus.RETIRED, IfMatch.of(1));

        assertThat(IntStream.rangeClosed(0, 5).mapToObj(revision -> pricesAt(one.community(), revision)))
                .containsExactly(List.of(), List.of(1L), List.of(1L, 2L), List.of(3L, 2L), List.of(3L), List.of(3L));
    }

    @Test
    void aFeatureMayRefuseAndThenNothingIsCounted() {
        DefinitionKey key = fresh();
        AmendmentCheck<Offer> refuses = (connection, amendment) -> Uni.createFrom()
                .failure(Check.refused(
                        "/price", "is " + amendment.wanted().terms().price()));

        assertThat(refusal(() -> await(database.pool()
                        .withTransaction(connection -> offers.put(
                                connection,
                                key,
                                new Wanted<>(Offer.of(5), DefinitionStatus.ACTIVE),
                                IfMatch.absent(),
                                "olga",
                                refuses)))))
                .isEqualTo(RequestProblem.INVALID_FIELD);
        assertThat(await(offers.find(database.pool(), key))).isEmpty();
        assertThat(await(Revisions.read(database.pool(), List.of(key.community()))))
                .isEmpty();
    }

    @Test
    void thePagesOfAListAndOfTheVersionsMeetWithoutGapOrRepeat() {
        String community = fresh().community();
        for (int i = 0; i < 120; i++) {
            DefinitionStatus status = i % 3 == 0 ? DefinitionStatus.DRAFT : DefinitionStatus.ACTIVE;
            var _ = put(new DefinitionKey(community, "o" + (100 + i)), Offer.of(i), status, IfMatch.absent());
        }
        DefinitionKey first = new DefinitionKey(community, "o100");
        for (int i = 1; i < 60; i++) {
            var _ = put(first, Offer.of(1000 + i), DefinitionStatus.ACTIVE, IfMatch.of(i));
        }

        var firstPage = await(offers.page(database.pool(), community, new Paging()));
        assertThat(firstPage.items())
                .hasSize(50)
                .first()
                .satisfies(item -> assertThat(item.version()).isEqualTo(60));
        assertThat(firstPage.next()).isNotNull();
        var inForce = await(offers.pageInForce(database.pool(), community, new Paging()));
        assertThat(inForce.items()).hasSize(50).allMatch(item -> item.status() == DefinitionStatus.ACTIVE);
        var versions = await(offers.versions(database.pool(), first, new Paging()));
        assertThat(versions.items().stream().map(Defined::version))
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(11, 60).mapToObj(i -> 71L - i).toList());
        assertThat(refusal(() ->
                        await(offers.versions(database.pool(), new DefinitionKey(community, "none"), new Paging()))))
                .isEqualTo(RequestProblem.NOT_FOUND);
    }

    @Test
    void aCommunityHasABoundedNumberThatIsNotRetired() {
        Definitions<Offer> few =
                new Definitions<>(new DefinitionType<>("few", Offer.class, RequestProblem.NOT_FOUND, 2), CLOCK);
        String community = fresh().community();
        for (String id : List.of("a", "b")) {
            var _ = put(few, new DefinitionKey(community, id), Offer.of(1), DefinitionStatus.ACTIVE, IfMatch.absent());
        }

        DefinitionKey third = new DefinitionKey(community, "c");
        assertThat(refusal(() -> put(few, third, Offer.of(1), DefinitionStatus.DRAFT, IfMatch.absent())))
                .isEqualTo(DefinitionProblem.TOO_MANY_DEFINITIONS);
        var _ = put(few, new DefinitionKey(community, "a"), Offer.of(1), DefinitionStatus.RETIRED, IfMatch.of(1));
        assertThat(put(few, third, Offer.of(1), DefinitionStatus.ACTIVE, IfMatch.absent()))
                .isInstanceOf(Put.Created.class);
    }

    @Test
    void refusesWhatIsTooLargeToKeep() {
        Offer large = new Offer(1, "x".repeat(70_000), Set.of(), null);

        assertThat(refusal(() -> put(fresh(), large, DefinitionStatus.ACTIVE, IfMatch.absent())))
                .isEqualTo(DefinitionProblem.DEFINITION_TOO_LARGE);
    }

    @Test
    void softwareThatDoesNotUnderstandAllTermsReadsNone() {
        DefinitionKey key = fresh();
        var _ = put(key, Offer.of(5), DefinitionStatus.ACTIVE, IfMatch.absent());
        Definitions<OlderOffer> older =
                new Definitions<>(new DefinitionType<>("offer", OlderOffer.class, RequestProblem.NOT_FOUND), CLOCK);

        assertThatThrownBy(() -> await(older.find(database.pool(), key)))
                .isInstanceOf(UnreadableEventException.class)
                .hasMessageContaining("from");
    }

    @Test
    void sixtyFourAtOnceMakeOneVersionAndTheOthersAreTold() {
        DefinitionKey key = fresh();
        var _ = put(key, Offer.of(0), DefinitionStatus.ACTIVE, IfMatch.absent());
        List<CompletableFuture<String>> all = new ArrayList<>();
        for (int i = 1; i <= 64; i++) {
            all.add(putting(offers, key, Offer.of(i), DefinitionStatus.ACTIVE, IfMatch.of(1))
                    .map(put -> "made " + put.value().version())
                    .onFailure(ProblemException.class)
                    .recoverWithItem(failure -> failure.type().name())
                    .subscribeAsCompletionStage());
        }

        List<String> outcomes = all.stream().map(CompletableFuture::join).toList();

        assertThat(outcomes).containsOnlyOnce("made 2").contains("PRECONDITION_FAILED");
        assertThat(outcomes.stream().distinct()).hasSize(2);
        assertThat(revision(key)).isEqualTo(2);
    }

    @Test
    void sixtyFourNewOnesAtOnceGetARevisionEach() {
        String community = fresh().community();
        List<CompletableFuture<Long>> all = new ArrayList<>();
        for (int i = 0; i < 64; i++) {
            all.add(putting(
                            offers,
                            new DefinitionKey(community, "o" + i),
                            Offer.of(i),
                            DefinitionStatus.ACTIVE,
                            IfMatch.absent())
                    .map(put -> put.value().revision())
                    .subscribeAsCompletionStage());
        }

        assertThat(all.stream().map(CompletableFuture::join).sorted())
                .containsExactlyElementsOf(
                        IntStream.rangeClosed(1, 64).mapToObj(Long::valueOf).toList());
    }

    @Test
    void theDatabaseItselfKeepsTheHistory() {
        DefinitionKey key = fresh();
        var _ = put(key, Offer.of(5), DefinitionStatus.RETIRED, IfMatch.absent());
        String row = "insert into definition values ('" + key.community() + "', 'offer', '%s', %d, 2, 'ACTIVE', '{}',"
                + " now(), 'olga')";

        assertRefused("is retired", row.formatted(key.id(), 2));
        assertRefused("has version 3 after 1", row.formatted(key.id(), 3));
        assertRefused("has version 2 after 0", row.formatted("new", 2));
        assertRefused("one_change_per_revision", row.formatted("new", 1).replace(", 2, 'ACTIVE'", ", 1, 'ACTIVE'"));
        assertRefused("terms_are_an_object", row.formatted("new", 1).replace("'{}'", "'[]'"));
        assertRefused("a change is a new version", "update definition set status = 'ACTIVE'");
        assertRefused("a change is a new version", "delete from definition");
    }

    @Test
    void whatHotPathsUseFollowsEachChange() {
        DefinitionKey key = fresh();
        AtomicInteger compiled = new AtomicInteger();
        DefinitionsInForce<Offer, List<Long>> inForce = new DefinitionsInForce<>(offers, found -> {
            compiled.incrementAndGet();
            return prices(found);
        });
        List<String> asked = List.of(key.community(), "nobody");

        assertThat(await(inForce.of(database.pool(), asked))).isEmpty();
        var _ = put(key, Offer.of(5), DefinitionStatus.ACTIVE, IfMatch.absent());
        for (int i = 0; i < 3; i++) {
            assertThat(await(inForce.of(database.pool(), asked))).isEqualTo(Map.of(key.community(), List.of(5L)));
        }
        assertThat(compiled).hasValue(1);
        var _ = put(key, Offer.of(6), DefinitionStatus.ACTIVE, IfMatch.of(1));
        assertThat(await(inForce.of(database.pool(), asked))).isEqualTo(Map.of(key.community(), List.of(6L)));
        var _ = put(key, Offer.of(6), DefinitionStatus.RETIRED, IfMatch.of(2));
        assertThat(await(inForce.of(database.pool(), asked))).isEqualTo(Map.of(key.community(), List.of()));
        assertThat(compiled).hasValue(3);
    }

    private void assertRefused(String cause, String sql) {
        assertThatThrownBy(() -> database.execute(sql)).hasMessageContaining(cause);
    }

    private Put<Defined<Offer>> put(DefinitionKey key, Offer terms, DefinitionStatus status, IfMatch ifMatch) {
        return put(offers, key, terms, status, ifMatch);
    }

    private Put<Defined<Offer>> put(
            Definitions<Offer> definitions, DefinitionKey key, Offer terms, DefinitionStatus status, IfMatch ifMatch) {
        return await(putting(definitions, key, terms, status, ifMatch));
    }

    private Uni<Put<Defined<Offer>>> putting(
            Definitions<Offer> definitions, DefinitionKey key, Offer terms, DefinitionStatus status, IfMatch ifMatch) {
        return new Defining<>(definitions, AmendmentCheck.none(), database.pool())
                .put(key, new Wanted<>(terms, status), ifMatch, "olga");
    }

    private List<Long> pricesAt(String community, long revision) {
        return prices(await(offers.inForceAt(database.pool(), community, revision)));
    }

    private long revision(DefinitionKey key) {
        return database.number("select revision from rule_book where community = '" + key.community() + "'");
    }

    private static List<Long> prices(List<Defined<Offer>> found) {
        return found.stream().map(offer -> offer.terms().price()).toList();
    }

    private static DefinitionKey fresh() {
        return new DefinitionKey("c" + NUMBER.incrementAndGet(), "o");
    }

    private static ProblemType refusal(Supplier<?> refused) {
        return catchThrowableOfType(ProblemException.class, refused::get).type();
    }
}
