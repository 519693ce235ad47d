package dev.hearth.engagement.ingest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** The bounds of the ingest. */
@ConfigMapping(prefix = "hearth.ingest")
interface IngestConfig {
    /** Events a JSON or CloudEvents request may have. */
    @WithDefault("1000")
    int maxEvents();

    /** Bytes a JSON or CloudEvents body may have. */
    @WithDefault("1048576")
    int maxBytes();

    /**
     * Lines an NDJSON request may have. Its bytes are bounded by {@code quarkus.http.limits.max-body-size}; it is never
     * held in memory as a whole.
     */
    @WithDefault("20000")
    int maxLines();

    /** Bytes a line of NDJSON may have. */
    @WithDefault("65536")
    int maxLineBytes();

    /** How far ahead of this server's clock an event may have happened. */
    @WithDefault("24h")
    Duration maxAhead();

    /**
     * How long a request waits for Kafka. Then it is answered 503, though its events may still arrive: the sender
     * repeats them with the same ids, and consumers drop what they have.
     */
    @WithDefault("1500ms")
    Duration acknowledgedWithin();

    /** Bytes of records that may be under way to Kafka; beyond, requests are answered 503 at once. */
    @WithDefault("50331648")
    long maxBytesUnderWay();

    /** What one community may have of these bytes, in percent; beyond, its requests are answered 429 at once. */
    @WithDefault("70")
    int communityShare();

    /** How long the producer waits to fill a batch: a little latency for much throughput. */
    @WithDefault("2ms")
    Duration linger();

    /** Bytes of a batch. */
    @WithDefault("131072")
    int batchBytes();
}
