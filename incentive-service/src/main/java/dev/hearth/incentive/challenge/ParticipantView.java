package dev.hearth.incentive.challenge;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who takes part in a challenge, as callers see it. */
@Schema(name = "Participant")
record ParticipantView(
        @Schema(examples = "ada") String memberId,

        @Schema(description = "as measured so far", examples = "4")
        long progress) {
    static ParticipantView of(Participants.At at) {
        return new ParticipantView(at.participant().member(), at.progress());
    }
}
