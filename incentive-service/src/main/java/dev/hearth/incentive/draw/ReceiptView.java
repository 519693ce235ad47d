package dev.hearth.incentive.draw;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** An entry as its member sees it: a receipt that {@code deploy/tools/verify_draw.py --receipt} reads. */
@Schema(name = "DrawReceipt")
@JsonInclude(JsonInclude.Include.NON_NULL)
record ReceiptView(
        String draw,
        String memberId,

        @Schema(description = "the number of the list, from 0")
        int lane,

        @Schema(description = "the place in the list, from 1")
        long number,

        @Schema(description = "how the member stands in the list")
        String entrant,

        @Schema(description = "hides who the entrant is; show it to prove that it is you")
        String nonce,

        @Schema(description = "SHA-256 that stands for the list up to this entry")
        String head,

        long cost,
        Instant enteredAt,

        @Schema(description = "the prize that it won, if it has won") @Nullable
        String prize) {
    static ReceiptView of(Receipt receipt) {
        Entry entry = receipt.entry();
        return new ReceiptView(
                entry.draw(),
                entry.member(),
                entry.lane(),
                entry.number(),
                entry.entrant(),
                receipt.nonce(),
                entry.head(),
                entry.cost(),
                entry.enteredAt(),
                receipt.prize());
    }
}
