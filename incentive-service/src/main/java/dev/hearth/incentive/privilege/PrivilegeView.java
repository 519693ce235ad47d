package dev.hearth.incentive.privilege;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.contract.incentive.PrivilegeKind;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A privilege as callers see it. */
@Schema(name = "Privilege")
@JsonInclude(JsonInclude.Include.NON_NULL)
record PrivilegeView(
        @Schema(description = "grows with time") String privilege,
        @Schema(examples = "ada") String memberId,
        PrivilegeKind kind,

        @Schema(description = "the title, the pinned place, what is accessible, or the group's id")
        String name,

        @Schema(description = "ACTIVE also while it has not begun yet")
        Privilege.State state,

        @Schema(description = "when it begins: where the member has the same one already, when that ends")
        Instant from,

        @Schema(description = "when it ends by itself, if it does") @Nullable
        Instant until,

        @Schema(description = "what for", examples = "redemption/019a9c6e-3f00-7000-8000-000000000001")
        String source,

        Instant grantedAt,
        @Nullable Instant endedAt) {
    static PrivilegeView of(Privilege privilege) {
        return new PrivilegeView(
                privilege.id().toString(),
                privilege.holder().member(),
                privilege.kind(),
                privilege.name(),
                privilege.state(),
                privilege.from(),
                privilege.until(),
                privilege.source(),
                privilege.grantedAt(),
                privilege.endedAt());
    }
}
