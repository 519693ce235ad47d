package dev.hearth.platform.outbox;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What became of a batch that was sent.
 *
 * @param done ids that may be deleted: acknowledged, and no earlier row of the same key was left behind. A row
 *     acknowledged after a failed one of its key is sent again behind it, so that the key's last record stays the right
 *     one.
 * @param failure why the batch is not done as a whole; null if it is
 */
record Delivery(List<Long> done, @Nullable Throwable failure) {
    static Delivery of(List<OutboxRow> rows, BitSet acknowledged, @Nullable Throwable failure) {
        List<Long> done = new ArrayList<>(rows.size());
        Set<List<String>> stopped = new HashSet<>();
        for (int i = 0; i < rows.size(); i++) {
            OutboxRow row = rows.get(i);
            List<String> key = List.of(row.topic(), row.key());
            if (!acknowledged.get(i)) {
                stopped.add(key);
            } else if (stopped.isEmpty() || !stopped.contains(key)) {
                done.add(row.id());
            }
        }
        return new Delivery(List.copyOf(done), failure);
    }
}
