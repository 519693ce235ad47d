package dev.hearth.member.profile;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What became of a request's members.
 *
 * @param enrolled how many are new
 * @param existing how many were members already, just as stated
 * @param refused the others, in the request's order
 */
@Schema(name = "MemberImport", description = "What became of a request's members.")
record ImportView(
        @Schema(description = "how many are new, all in effect now")
        int enrolled,

        @Schema(description = "how many were members already, just as stated")
        int existing,

        @Schema(description = "the others, in the request's order")
        List<ImportRefusal> refused) {
    ImportView {
        refused = List.copyOf(refused);
    }

    boolean isInVain() {
        return enrolled + existing == 0;
    }
}
