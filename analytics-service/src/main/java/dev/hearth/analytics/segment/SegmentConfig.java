package dev.hearth.analytics.segment;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How activity is kept in MongoDB. */
@ConfigMapping(prefix = "hearth.segments")
public interface SegmentConfig {
    /** How often what was added is written. A restart reads at most about this much of the topic again. */
    @WithDefault("1s")
    Duration flushInterval();

    /** After so many records without a write, reading waits for one. */
    @WithDefault("100000")
    long maxUnflushedRecords();

    /** How many segments of one level are merged into one of the next. */
    @WithDefault("16")
    int mergeAt();

    /** How long a document may get, about; far below MongoDB's 16 MiB. */
    @WithDefault("1048576")
    int maxDocumentBytes();
}
