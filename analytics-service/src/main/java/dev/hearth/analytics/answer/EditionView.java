package dev.hearth.analytics.answer;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An answer that is kept. */
record EditionView(
        @Schema(
                required = true,
                description = "what was asked: path and parameters, sorted",
                examples = "/communities/acme/active-members&period=MONTH&namedWindow=spring-festival")
        String question,

        @Schema(required = true, description = "ask for it by `asOfVersion`")
        int version,

        @Schema(required = true, description = "when it was kept")
        Instant madeAt,

        @Schema(required = true, description = "SHA-256 of the figures, the same for the same figures")
        String digest,

        @Schema(
                required = true,
                description = "by topic and partition, the offset before which all was in the figures, at most")
        Map<String, Long> positions) {
    static EditionView of(Edition edition) {
        return new EditionView(
                edition.question(),
                edition.version(),
                edition.madeAt(),
                edition.digest(),
                new TreeMap<>(edition.positions()));
    }
}
