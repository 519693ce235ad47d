package dev.hearth.member.group;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.platform.resource.Versioned;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group as callers see it. */
@Schema(name = "Group")
@JsonInclude(JsonInclude.Include.NON_NULL)
record GroupView(
        @Schema(examples = "acme") String community,
        @Schema(examples = "runners") String groupId,
        @Schema(examples = "Morning runners") String name,

        @Schema(description = "IANA time zone of its days; absent: the community's", examples = "Asia/Shanghai")
        @Nullable
        String zone,

        @Schema(description = "the member who owns the group", examples = "ada") @Nullable
        String owner,

        Instant createdAt,
        Instant changedAt,

        @Schema(description = "grows with every change; also the ETag")
        long version)
        implements Versioned {
    static GroupView of(Group group) {
        return new GroupView(
                group.key().community(),
                group.key().groupId(),
                group.signboard().name(),
                group.signboard().zone(),
                group.signboard().owner(),
                group.createdAt(),
                group.changedAt(),
                group.version());
    }
}
