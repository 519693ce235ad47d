package dev.hearth.engagement.ingest;

import dev.hearth.platform.problem.ProblemException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Counts the bytes that are on their way to Kafka and refuses more than can be held: what is refused was never
 * accepted, so nothing is lost. One community cannot take it all.
 */
final class UnderWay {
    private static final Duration RETRY = Duration.ofSeconds(1);

    private final long max;
    private final long maxOfCommunity;
    private final AtomicLong bytes = new AtomicLong();
    private final ConcurrentMap<String, AtomicLong> bytesByCommunity = new ConcurrentHashMap<>();

    UnderWay(long max, int communityShare) {
        this.max = max;
        this.maxOfCommunity = max * communityShare / 100;
    }

    long bytes() {
        return bytes.get();
    }

    void enter(String community, long more) {
        AtomicLong ofCommunity = bytesByCommunity.computeIfAbsent(community, id -> new AtomicLong());
        if (ofCommunity.addAndGet(more) > maxOfCommunity) {
            ofCommunity.addAndGet(-more);
            throw refused(IngestProblem.COMMUNITY_OVER_SHARE, "send fewer at once; nothing of this was recorded");
        }
        if (bytes.addAndGet(more) > max) {
            ofCommunity.addAndGet(-more);
            bytes.addAndGet(-more);
            throw refused(IngestProblem.OVERLOADED, "try again; nothing of this was recorded");
        }
    }

    void leave(String community, long fewer) {
        bytes.addAndGet(-fewer);
        AtomicLong ofCommunity = bytesByCommunity.get(community);
        if (ofCommunity != null) {
            ofCommunity.addAndGet(-fewer);
        }
    }

    private static ProblemException refused(IngestProblem type, String detail) {
        return new ProblemException(type, detail, List.of(), RETRY);
    }
}
