package dev.hearth.incentive.coupon;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What came of a batch of codes. */
@Schema(name = "CodeBatch")
record CodeBatchView(
        @Schema(description = "codes that are new", examples = "2")
        int added,

        @Schema(description = "codes that were there before, given or not; nothing changed for them", examples = "0")
        int known,

        @Schema(description = "codes that can be redeemed now, counted up to 1,000,000", examples = "2")
        long free) {}
