package dev.hearth.engagement.ingest;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a request's events.
 *
 * @param accepted how many are recorded, acknowledged by Kafka
 * @param refused the others, in the request's order
 */
@Schema(name = "Receipt", description = "What became of a request's events.")
record Receipt(
        @Schema(description = "how many are recorded, acknowledged by Kafka")
        int accepted,

        @Schema(description = "the others, in the request's order")
        List<Refusal> refused) {
    Receipt {
        refused = List.copyOf(refused);
    }
}
