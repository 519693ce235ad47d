package dev.hearth.analytics.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.analytics.activity.PartitionActivity;
import dev.hearth.platform.time.Uuid7;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the real store: whatever is cut off where, one generation or the other is whole. */
class GenerationsTest {
    private static final String TOPIC = "hearth.engagement";
    private static final int PARTITION = 7;
    private static final int LIVE = 30;
    private static final History HISTORY = History.of(44);
    private static final AtomicInteger REBUILDS = new AtomicInteger();

    private final MovableClock clock = new MovableClock();
    private final UnsteadyStore store = new UnsteadyStore();

    @Test
    void aRebuiltGenerationTakesThePlaceOfTheOneBefore() {
        PartitionJournal live = drifted(store);
        assertThat(live.activity().fingerprint()).isNotEqualTo(exactAt(LIVE));
        rebuild(service(store), LIVE);
        assertThat(store.chains()).hasSize(1);
        assertThat(store.segments()).allMatch(part -> part.getString("_id").startsWith("000002/"));
        live.add(HISTORY.between(LIVE, LIVE + 4), TOPIC, LIVE + 4);
        assertThatThrownBy(() -> flush(live)).isInstanceOf(ChainLostException.class);
        PartitionJournal now = service(store).open();
        assertThat(now.activity().fingerprint()).isEqualTo(exactAt(LIVE));
        assertThat(now.id().generation()).isEqualTo(2);
        readOn(now, HISTORY.length());
        assertThat(service(store).open().activity().fingerprint()).isEqualTo(exactAt(HISTORY.length()));
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void aCrashAtAnyWriteOfARebuildLeavesOneGenerationWhole(boolean lastWriteTakesEffect) {
        int write = 0;
        boolean crashed = true;
        while (crashed) {
            write++;
            UnsteadyStore fallible = new UnsteadyStore();
            readOn(service(fallible).open(), LIVE);
            fallible.failFrom(write, lastWriteTakesEffect);
            crashed = !runsThrough(() -> rebuild(service(fallible), LIVE));
            fallible.recover();
            PartitionJournal reopened = service(fallible).open();
            assertThat(reopened.activity().fingerprint()).isEqualTo(exactAt(LIVE));
            later(Generations.TURN);
            rebuild(service(fallible), LIVE);
            PartitionJournal rebuilt = service(fallible).open();
            readOn(rebuilt, HISTORY.length());
            assertThat(rebuilt.activity().fingerprint()).isEqualTo(exactAt(HISTORY.length()));
            assertThat(fallible.chains()).hasSize(1);
            String prefix = ChainId.prefix(rebuilt.id().generation());
            assertThat(fallible.segments())
                    .allMatch(part -> part.getString("_id").startsWith(prefix));
        }
        assertThat(write).isGreaterThan(15);
    }

    @Test
    void oneRebuildAtATimeHasTheTurnUntilItGivesNoSignOfLife() {
        Generations one = service(store).generations();
        Generations other = service(store).generations();
        Lineage first = UnsteadyStore.await(one.begin("first"));
        assertThatThrownBy(() -> UnsteadyStore.await(other.begin("second"))).isInstanceOf(LeaseLostException.class);
        later(Generations.TURN.minusSeconds(1));
        Lineage renewed = UnsteadyStore.await(one.renew(first));
        later(Generations.TURN.minusSeconds(1));
        assertThatThrownBy(() -> UnsteadyStore.await(other.begin("second"))).isInstanceOf(LeaseLostException.class);
        later(Generations.TURN);
        Lineage second = UnsteadyStore.await(other.begin("second"));
        assertThat(second.turn().generation()).isGreaterThan(first.turn().generation());
        assertThatThrownBy(() -> UnsteadyStore.await(one.renew(renewed))).isInstanceOf(LeaseLostException.class);
        assertThatThrownBy(() -> UnsteadyStore.await(one.switchOver(renewed))).isInstanceOf(LeaseLostException.class);
        assertThat(UnsteadyStore.await(other.end(second, true)).verifiedAt()).isEqualTo(clock.instant());
        assertThat(UnsteadyStore.await(one.find()).current()).isEqualTo(1);
    }

    @Test
    void aFollowerGoesOverToAnotherGenerationAndIsNeverAStepBack() {
        PartitionJournal live = drifted(store);
        Service following = service(store);
        PartitionFollower follower = following.journals().follow(PARTITION);
        UnsteadyStore.finish(follower.refresh());
        assertThat(follower.activity().fingerprint()).isEqualTo(live.activity().fingerprint());
        rebuild(service(store), LIVE - 12);
        var _ = UnsteadyStore.await(following.generations().find());
        UnsteadyStore.finish(follower.refresh());
        assertThat(follower.activity().fingerprint()).isEqualTo(live.activity().fingerprint());
        readOn(service(store).open(), LIVE);
        UnsteadyStore.finish(follower.refresh());
        assertThat(follower.activity().fingerprint()).isEqualTo(exactAt(LIVE));
    }

    @Test
    void whoComesBackToAPartitionThatNobodyTookGoesOnWithWhatIsInMemory() {
        Service service = service(store);
        PartitionJournal journal = service.open();
        readOn(journal, LIVE);
        journal.add(HISTORY.between(LIVE, LIVE + 4), TOPIC, LIVE + 4);
        assertThat(store.segmentsRead()).isPositive();
        PartitionJournal again = UnsteadyStore.await(service.journals().open(PARTITION, Optional.of(journal)));
        assertThat(again).isSameAs(journal);
        assertThat(store.segmentsRead()).isZero();
        readOn(service(store).open(), LIVE + 2);
        PartitionJournal taken = UnsteadyStore.await(service.journals().open(PARTITION, Optional.of(journal)));
        assertThat(taken).isNotSameAs(journal);
        readOn(taken, HISTORY.length());
        assertThat(service(store).open().activity().fingerprint()).isEqualTo(exactAt(HISTORY.length()));
    }

    @Test
    void whoFollowedAPartitionTakesItWithWhatIsInMemory() {
        Service service = service(store);
        PartitionJournal former = service(store).open();
        readOn(former, LIVE);
        PartitionFollower follower = service.journals().follow(PARTITION);
        UnsteadyStore.finish(follower.refresh());
        var _ = store.segmentsRead();
        PartitionJournal taken = UnsteadyStore.await(service.journals().open(PARTITION, Optional.of(follower)));
        assertThat(store.segmentsRead()).isZero();
        assertThat(taken.activity()).isSameAs(follower.activity());
        readOn(taken, HISTORY.length());
        assertThat(service(store).open().activity().fingerprint()).isEqualTo(exactAt(HISTORY.length()));
    }

    @Test
    void whoFollowedAPartitionLoadsItAnewWhereTheStoreHasLostSome() {
        Service service = service(store);
        readOn(service(store).open(), LIVE);
        PartitionFollower follower = service.journals().follow(PARTITION);
        UnsteadyStore.finish(follower.refresh());
        store.lose(store.segments().getLast().getString("_id"));
        PartitionJournal taken = UnsteadyStore.await(service.journals().open(PARTITION, Optional.of(follower)));
        assertThat(taken.position(TOPIC)).isLessThan(LIVE);
        readOn(taken, HISTORY.length());
        assertThat(service(store).open().activity().fingerprint()).isEqualTo(exactAt(HISTORY.length()));
    }

    /** As a rebuild does it. */
    private static void rebuild(Service service, int to) {
        Generations generations = service.generations();
        Lineage mine = UnsteadyStore.await(generations.begin("rebuild-" + REBUILDS.incrementAndGet()));
        int number = mine.turn().generation();
        UnsteadyStore.finish(generations.remove(0, mine.current()));
        UnsteadyStore.finish(generations.remove(mine.current() + 1, number));
        PartitionJournal shadow = UnsteadyStore.await(service.journals().begin(number, PARTITION));
        readOn(shadow, to);
        assertThat(UnsteadyStore.await(service.journals().read(number, PARTITION))
                        .activity()
                        .fingerprint())
                .isEqualTo(exactAt(to));
        Lineage switched = UnsteadyStore.await(generations.switchOver(UnsteadyStore.await(generations.renew(mine))));
        UnsteadyStore.finish(generations.remove(0, switched.current()));
    }

    /** A partition in which some acts are missing. */
    private PartitionJournal drifted(UnsteadyStore in) {
        PartitionJournal live = service(in).open();
        live.add(HISTORY.between(0, 12), TOPIC, 12);
        live.add(HISTORY.between(18, LIVE), TOPIC, LIVE);
        flush(live);
        return live;
    }

    private static Object exactAt(int position) {
        PartitionActivity exact = new PartitionActivity();
        exact.add(HISTORY.between(0, position), TOPIC, position);
        return exact.fingerprint();
    }

    private void later(Duration by) {
        clock.now = clock.now.plus(by);
    }

    private static boolean runsThrough(Runnable work) {
        try {
            work.run();
            return true;
        } catch (CompletionException | ChainLostException | LeaseLostException expected) {
            return false;
        }
    }

    private static void readOn(PartitionJournal journal, int to) {
        while (journal.position(TOPIC) < to || journal.unflushed() > 0) {
            long next = Math.min(to, journal.position(TOPIC) + 6);
            journal.add(HISTORY.between(journal.position(TOPIC), next), TOPIC, next);
            flush(journal);
        }
    }

    private static void flush(PartitionJournal journal) {
        UnsteadyStore.finish(journal.flush());
    }

    private Service service(UnsteadyStore in) {
        AnalyticsStore kept = in.kept();
        Generations generations = new Generations(kept, clock);
        return new Service(
                generations, new PartitionJournals(kept, generations, new SmallSegments(), new Uuid7(clock)));
    }

    private record Service(Generations generations, PartitionJournals journals) {
        PartitionJournal open() {
            return UnsteadyStore.await(journals.open(PARTITION));
        }
    }

    private static final class MovableClock extends Clock {
        private Instant now = Instant.parse("2026-03-14T12:00:00Z");

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
            throw new UnsupportedOperationException("always UTC");
        }
    }

    private static final class SmallSegments implements SegmentConfig {
        @Override
        public Duration flushInterval() {
            return Duration.ofSeconds(1);
        }

        @Override
        public long maxUnflushedRecords() {
            return 1000;
        }

        @Override
        public int mergeAt() {
            return 2;
        }

        @Override
        public int maxDocumentBytes() {
            return 600;
        }
    }
}
