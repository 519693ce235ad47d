package dev.hearth.platform.inbox;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.platform.fixture.Settings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.smallrye.mutiny.Uni;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.stream.IntStream;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import net.jqwik.api.lifecycle.AfterContainer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;

class ApplicationTest {
    private static final TopicPartition PARTITION = new TopicPartition("topic", 3);
    private static final ScheduledExecutorService WORKERS = Executors.newScheduledThreadPool(2);

    @AfterContainer
    static void stop() {
        var _ = WORKERS.shutdownNow();
    }

    /** Offsets have gaps, as in compacted topics. */
    @Property(tries = 200)
    void appliesEachGoodRecordOnceInOrderAndKeepsExactlyThePoisons(
            @ForAll @Size(min = 1, max = 80) Set<@IntRange(max = 200) Integer> offsets,
            @ForAll Set<@IntRange(max = 200) Integer> poisons,
            @ForAll Set<@IntRange(max = 200) Integer> unreadable,
            @ForAll Set<@IntRange(max = 40) Integer> outages) {
        Store store = new Store(poisons, outages);
        List<ConsumerRecord<byte[], byte[]>> records =
                new TreeSet<>(offsets).stream().map(ApplicationTest::record).toList();

        String end = apply(store, records, unreadable);

        Set<Integer> bad = new TreeSet<>(offsets);
        bad.removeIf(offset -> !poisons.contains(offset) && !unreadable.contains(offset));
        List<Integer> good = new ArrayList<>(new TreeSet<>(offsets));
        good.removeAll(bad);
        assertThat(end).isEqualTo("applied");
        assertThat(store.applied).isEqualTo(good);
        assertThat(new TreeSet<>(store.buried)).isEqualTo(bad);
        assertThat(store.buried).doesNotHaveDuplicates();
        assertThat(store.position).isEqualTo(records.getLast().offset() + 1);
    }

    /** 500 are halved nine times, two attempts each; then the whole, the burial and the step past it: 21, not 500. */
    @Property(tries = 100)
    void findsAPoisonInLogarithmicallyManyAttempts(@ForAll @IntRange(max = 499) int poison) {
        Store store = new Store(Set.of(poison), Set.of());

        String end = apply(
                store, IntStream.range(0, 500).mapToObj(ApplicationTest::record).toList(), Set.of());

        assertThat(end).isEqualTo("applied");
        assertThat(store.attempts).isLessThanOrEqualTo(21);
    }

    /** A handler that refuses everything is at fault itself: no more than the streak goes to the dead letters. */
    @Example
    void waitsForAHandlerThatRefusesRecordAfterRecord() {
        Set<Integer> everything = new TreeSet<>(IntStream.range(0, 300).boxed().toList());
        Store store = new Store(everything, Set.of());
        store.streak = 100;
        store.mended = 1000;

        String end = apply(
                store, IntStream.range(0, 300).mapToObj(ApplicationTest::record).toList(), Set.of());

        assertThat(end).isEqualTo("applied");
        assertThat(store.buried).hasSize(100);
        assertThat(store.applied).hasSize(200);
    }

    private static String apply(
            Store store, List<ConsumerRecord<byte[], byte[]>> records, Collection<Integer> unreadable) {
        List<Received<Integer>> received = new ArrayList<>();
        List<Poison> poisons = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : records) {
            int offset = (int) record.offset();
            if (unreadable.contains(offset)) {
                poisons.add(new Poison(record, new IllegalArgumentException("unreadable")));
            } else {
                received.add(new Received<>(record, offset));
            }
        }
        PartitionBatch<Integer> batch =
                new PartitionBatch<>(PARTITION, 0, records.getLast().offset() + 1, received);
        CompletableFuture<String> end = new CompletableFuture<>();
        new Application<>(
                        store.workshop(),
                        batch,
                        poisons,
                        new PoisonStreak(store.streak),
                        () -> false,
                        new Application.Ending() {
                            @Override
                            public void applied() {
                                var _ = end.complete("applied");
                            }

                            @Override
                            public void stale() {
                                var _ = end.complete("stale");
                            }

                            @Override
                            public void abandoned() {
                                var _ = end.complete("abandoned");
                            }
                        })
                .proceed();
        return end.join();
    }

    private static ConsumerRecord<byte[], byte[]> record(int offset) {
        return new ConsumerRecord<>("topic", 3, offset, "key".getBytes(UTF_8), new byte[0]);
    }

    /** A store in memory with a guarded position; it is away at some attempts. */
    private static final class Store implements PartitionHandler<Integer> {
        final List<Integer> applied = new ArrayList<>();
        final List<Integer> buried = new ArrayList<>();
        private final Set<Integer> poisons;
        private final Set<Integer> outages;
        private long position;
        private int attempts;
        private int streak = 1_000_000;
        /** From this attempt on nothing is poison. */
        private int mended = Integer.MAX_VALUE;

        Store(Set<Integer> poisons, Set<Integer> outages) {
            this.poisons = poisons;
            this.outages = outages;
        }

        Workshop<Integer> workshop() {
            return new Workshop<>(
                    this,
                    (origin, cause) -> {
                        if (outages.contains(attempts++)) {
                            return Uni.createFrom().failure(new IOException("the dead letters are away"));
                        }
                        buried.add((int) origin.offset());
                        return Uni.createFrom().voidItem();
                    },
                    WORKERS,
                    Settings.of(InboxConfig.class, Map.of("hearth.inbox.max-backoff", "1ms")),
                    new InboxMeters(new SimpleMeterRegistry(), "test"));
        }

        @Override
        public Integer decode(ConsumerRecord<String, byte[]> read) {
            throw new AssertionError("not called");
        }

        @Override
        public Uni<Long> open(TopicPartition partition) {
            throw new AssertionError("not called");
        }

        @Override
        public Uni<Void> apply(PartitionBatch<Integer> batch) {
            if (outages.contains(attempts++)) {
                return Uni.createFrom().failure(new IOException("the store is away"));
            }
            if (batch.from() != position) {
                return Uni.createFrom().failure(new StalePositionException(PARTITION, batch.from()));
            }
            if (attempts < mended && batch.events().stream().anyMatch(poisons::contains)) {
                return Uni.createFrom().failure(new IllegalStateException("poison"));
            }
            applied.addAll(batch.events());
            position = batch.to();
            return Uni.createFrom().voidItem();
        }
    }
}
