package dev.hearth.analytics.rebuild;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A rebuild over HTTP.
 *
 * @param id its id
 * @param state how far it is
 * @param switching whether what is rebuilt takes the place of what is served
 * @param startedAt when it began
 * @param updatedAt when this was told, about once a second until it ends
 * @param recordsNoted records of the topics to be read, as far as is known
 * @param recordsRead records that were read
 * @param recordsPerSecond mean rate so far
 * @param partitions how many partitions there are
 * @param partitionsCompared how many of them were read and compared
 * @param servedFingerprint number of acts and sum of their hashes as they were served, of the partitions compared
 * @param rebuiltFingerprint the same as the topics have them, up to the same offsets
 * @param drifts how often a community of a partition differs; each is an event on hearth.signal
 * @param drifted some of these, {@code community/partition}
 * @param reason why it failed
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record RebuildView(
        UUID id,
        RebuildState state,
        @JsonProperty("switch") @Schema(name = "switch") boolean switching,
        Instant startedAt,
        Instant updatedAt,
        long recordsNoted,
        long recordsRead,
        long recordsPerSecond,
        int partitions,
        int partitionsCompared,
        String servedFingerprint,
        String rebuiltFingerprint,
        int drifts,
        List<String> drifted,
        @Nullable String reason) {
    static RebuildView of(Rebuild told) {
        return new RebuildView(
                told.id(),
                told.state(),
                told.switching(),
                told.startedAt(),
                told.updatedAt(),
                told.noted(),
                told.read(),
                told.rate(),
                told.partitions(),
                told.compared(),
                told.served().toString(),
                told.rebuilt().toString(),
                told.drifts(),
                told.drifted(),
                told.reason());
    }
}
