package dev.hearth.analytics.segment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** On the real store: whatever is cut off where, sets and position agree, and reading on makes the sets whole. */
class PartitionJournalTest {
    private static final String TOPIC = "hearth.engagement";
    private static final int BATCH = 6;
    private static final History HISTORY = History.of(44);

    private final UnsteadyStore store = new UnsteadyStore();

    @Test
    void comesBackAsItWasFlushed() {
        PartitionJournal journal = store.open();
        readOn(journal, HISTORY.length());
        PartitionJournal reopened = store.open();
        assertWhole(reopened);
        assertThat(reopened.unflushed()).isZero();
    }

    @Test
    void showsActsBeforeTheyAreFlushed() {
        PartitionJournal journal = store.open();
        journal.add(HISTORY.between(0, 40), TOPIC, 40);
        assertThat(History.figures(journal.activity())).isEqualTo(HISTORY.figuresAt(40));
        assertThat(journal.unflushed()).isEqualTo(40);
        assertThat(store.open().position(TOPIC)).isZero();
    }

    @Test
    void mergesSegmentsSoThatTheyStayFewAndClearsTheMerged() {
        PartitionJournal journal = store.open();
        readOn(journal, HISTORY.length());
        // 8 flushes, merged by twos.
        assertThat(store.segments().stream()
                        .map(part -> part.getString("_id"))
                        .map(part -> part.substring(0, part.lastIndexOf('/')))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void splitsWhatIsTooLongForADocument() {
        PartitionJournal journal = store.open();
        journal.add(HISTORY.between(0, HISTORY.length()), TOPIC, HISTORY.length());
        flush(journal);
        assertThat(store.segments()).hasSizeGreaterThan(5);
        assertWhole(store.open());
    }

    @Test
    void goesOnOverOffsetsThatAddNothing() {
        PartitionJournal journal = store.open();
        readOn(journal, 30);
        int before = store.segments().size();
        journal.add(HISTORY.between(0, 30), TOPIC, 40);
        flush(journal);
        assertThat(store.segments()).hasSize(before);
        assertThat(store.open().position(TOPIC)).isEqualTo(40);
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void survivesACrashAtEveryWrite(boolean lastWriteTakesEffect) {
        forEveryWrite((store, write) -> {
            store.failFrom(write, lastWriteTakesEffect);
            boolean crashed = !runsThrough(() -> readOn(store.open(), HISTORY.length()));
            store.recover();
            PartitionJournal reopened = store.open();
            assertThat(History.figures(reopened.activity())).isEqualTo(HISTORY.figuresAt(reopened.position(TOPIC)));
            readOn(reopened, HISTORY.length());
            assertWhole(reopened);
            assertWhole(store.open());
            return crashed;
        });
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void goesOnAfterAnOutageAtEveryWrite(boolean lastWriteTakesEffect) {
        forEveryWrite((store, write) -> {
            PartitionJournal journal = store.open();
            store.failFrom(write, lastWriteTakesEffect);
            boolean failed = false;
            while (journal.position(TOPIC) < HISTORY.length() || journal.unflushed() > 0) {
                readNext(journal);
                PartitionJournal flushed = journal;
                if (!runsThrough(() -> flush(flushed))) {
                    failed = true;
                    store.recover();
                    journal = journal.isLost() ? store.open() : journal;
                }
            }
            store.recover();
            assertWhole(journal);
            assertWhole(store.open());
            return failed;
        });
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 5})
    void isExactAgainAfterTheStoreLostItsLastWrites(int lostWrites) {
        int flushes = (HISTORY.length() + BATCH - 1) / BATCH;
        for (int at = 1; at <= flushes; at++) {
            UnsteadyStore fallible = new UnsteadyStore();
            fallible.remember();
            PartitionJournal journal = fallible.open();
            for (int flush = 1; journal.position(TOPIC) < HISTORY.length() || journal.unflushed() > 0; flush++) {
                readNext(journal);
                PartitionJournal flushed = journal;
                if (!runsThrough(() -> flush(flushed))) {
                    assertThat(journal.isLost()).isTrue();
                    journal = fallible.open();
                    assertThat(History.figures(journal.activity()))
                            .isEqualTo(HISTORY.figuresAt(journal.position(TOPIC)));
                }
                if (flush == at) {
                    fallible.loseWrites(lostWrites);
                }
            }
            assertWhole(journal);
            PartitionJournal reopened = fallible.open();
            readOn(reopened, HISTORY.length());
            assertWhole(reopened);
        }
    }

    @Test
    void readsTheTopicAgainFromWhereASegmentIsLost() {
        PartitionJournal journal = store.open();
        readOn(journal, HISTORY.length());
        store.lose(store.segments().getLast().getString("_id"));
        PartitionJournal reopened = store.open();
        assertThat(reopened.position(TOPIC)).isLessThan(HISTORY.length());
        assertThat(History.figures(reopened.activity())).isEqualTo(HISTORY.figuresAt(reopened.position(TOPIC)));
        readOn(reopened, HISTORY.length());
        assertWhole(store.open());
    }

    @Test
    void anInstanceThatLostThePartitionChangesNothingAnyMore() {
        PartitionJournal former = store.open();
        readOn(former, 30);
        PartitionJournal owner = store.open();
        former.add(HISTORY.between(30, 36), TOPIC, 36);
        assertThatThrownBy(() -> flush(former)).isInstanceOf(ChainLostException.class);
        assertThat(former.isLost()).isTrue();
        readOn(owner, HISTORY.length());
        assertThatThrownBy(() -> flush(former)).isInstanceOf(ChainLostException.class);
        assertWhole(store.open());
    }

    @Test
    void aFollowerSeesWhatTheOwnerFlushed() {
        PartitionFollower follower = store.follow();
        UnsteadyStore.finish(follower.refresh());
        assertThat(follower.activity().positions().of(TOPIC)).isZero();
        PartitionJournal owner = store.open();
        while (owner.position(TOPIC) < HISTORY.length()) {
            readNext(owner);
            flush(owner);
            UnsteadyStore.finish(follower.refresh());
            assertThat(follower.activity().positions().of(TOPIC)).isEqualTo(owner.position(TOPIC));
            assertThat(History.figures(follower.activity())).isEqualTo(HISTORY.figuresAt(owner.position(TOPIC)));
        }
    }

    @Test
    void aFollowerBeginsAgainUnderANewOwner() {
        PartitionFollower follower = store.follow();
        store.remember();
        readOn(store.open(), 36);
        UnsteadyStore.finish(follower.refresh());
        store.loseWrites(12);
        PartitionJournal owner = store.open();
        // Other members under the ordinals of those whose writes were lost.
        owner.add(HISTORY.between(40, 44), TOPIC, HISTORY.length());
        flush(owner);
        UnsteadyStore.finish(follower.refresh());
        assertThat(History.figures(follower.activity())).isEqualTo(History.figures(owner.activity()));
    }

    private void assertWhole(PartitionJournal journal) {
        assertThat(journal.position(TOPIC)).isEqualTo(HISTORY.length());
        assertThat(History.figures(journal.activity())).isEqualTo(HISTORY.figuresAt(HISTORY.length()));
    }

    /** Tries with a fault at the first write, the second and so on, until there are no more writes to fail. */
    private static void forEveryWrite(Trial trial) {
        int write = 1;
        while (trial.meetsFault(new UnsteadyStore(), write)) {
            write++;
        }
        assertThat(write).isGreaterThan(25);
    }

    private static boolean runsThrough(Runnable work) {
        try {
            work.run();
            return true;
        } catch (CompletionException | ChainLostException expected) {
            return false;
        }
    }

    private static void readOn(PartitionJournal journal, long to) {
        while (journal.position(TOPIC) < to || journal.unflushed() > 0) {
            readNext(journal);
            flush(journal);
        }
    }

    private static void readNext(PartitionJournal journal) {
        long to = Math.min(HISTORY.length(), journal.position(TOPIC) + BATCH);
        journal.add(HISTORY.between(journal.position(TOPIC), to), TOPIC, to);
    }

    private static void flush(PartitionJournal journal) {
        UnsteadyStore.finish(journal.flush());
    }

    @FunctionalInterface
    interface Trial {
        boolean meetsFault(UnsteadyStore store, int write);
    }
}
