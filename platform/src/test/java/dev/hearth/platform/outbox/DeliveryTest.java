package dev.hearth.platform.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.json.JsonObject;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class DeliveryTest {
    /** Each row: a key of five, and whether Kafka acknowledged it. */
    @Property
    void deletesExactlyTheAcknowledgedRowsThatNoFailedRowOfTheirKeyPrecedes(
            @ForAll @Size(max = 60) List<@IntRange(max = 4) Integer> keys,
            @ForAll @Size(60) List<Boolean> acknowledged) {
        Delivery delivery = Delivery.of(rows(keys), bits(acknowledged), null);

        Set<Integer> stopped = new HashSet<>();
        List<Long> expected = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            if (!acknowledged.get(i)) {
                stopped.add(keys.get(i));
            } else if (!stopped.contains(keys.get(i))) {
                expected.add((long) i);
            }
        }
        assertThat(delivery.done()).isEqualTo(expected);
    }

    /** However Kafka fails, round after round: everything comes out, and a key's last record is its newest. */
    @Property
    void rowsComeOutCompleteAndInOrderPerKeyWhateverFails(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(max = 4) Integer> keys,
            @ForAll @Size(max = 20) List<@Size(40) List<Boolean>> rounds) {
        List<OutboxRow> outbox = new ArrayList<>(rows(keys));
        Map<String, List<Long>> topic = new HashMap<>();
        for (List<Boolean> round : rounds) {
            send(outbox, bits(round), topic);
        }
        BitSet all = new BitSet();
        all.set(0, keys.size());
        send(outbox, all, topic);

        assertThat(outbox).isEmpty();
        for (OutboxRow row : rows(keys)) {
            assertThat(topic.get(row.key())).contains(row.id());
        }
        topic.forEach((key, ids) -> assertThat(ids.getLast())
                .isEqualTo(ids.stream().mapToLong(Long::longValue).max().orElseThrow()));
    }

    private static void send(List<OutboxRow> outbox, BitSet acknowledged, Map<String, List<Long>> topic) {
        for (int i = 0; i < outbox.size(); i++) {
            if (acknowledged.get(i)) {
                OutboxRow row = outbox.get(i);
                topic.computeIfAbsent(row.key(), key -> new ArrayList<>()).add(row.id());
            }
        }
        List<Long> done = Delivery.of(outbox, acknowledged, null).done();
        outbox.removeIf(row -> done.contains(row.id()));
    }

    private static List<OutboxRow> rows(List<Integer> keys) {
        List<OutboxRow> rows = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            rows.add(new OutboxRow(i, "topic", "key-" + keys.get(i), new JsonObject(), null));
        }
        return rows;
    }

    private static BitSet bits(List<Boolean> set) {
        BitSet bits = new BitSet();
        for (int i = 0; i < set.size(); i++) {
            bits.set(i, set.get(i));
        }
        return bits;
    }
}
