package dev.hearth.acceptance.replay;

import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What became of the events sent so far; many threads count at once. */
public final class Tally {
    private final LongAdder sent = new LongAdder();
    private final LongAdder accepted = new LongAdder();
    private final LongAdder refused = new LongAdder();
    private final Map<String, LongAdder> reasons = new ConcurrentSkipListMap<>();

    void sent(int events) {
        sent.add(events);
    }

    void accepted(int events) {
        accepted.add(events);
    }

    /** An event was refused for good. */
    void refused(Row row, String problem) {
        refused.increment();
        reasons.computeIfAbsent(Kinds.named(row.kind()) + ": " + problem, reason -> new LongAdder())
                .increment();
    }

    /** Events handed over, each counted once however often its request was tried. */
    long sent() {
        return sent.sum();
    }

    public long accepted() {
        return accepted.sum();
    }

    public long refused() {
        return refused.sum();
    }

    /** Events whose fate is known. */
    public long settled() {
        return accepted() + refused();
    }

    /** How many events were refused, by kind and reason. */
    public Map<String, Long> reasons() {
        Map<String, Long> counts = new TreeMap<>();
        reasons.forEach((reason, count) -> counts.put(reason, count.sum()));
        return counts;
    }
}
