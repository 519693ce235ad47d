package dev.hearth.analytics.dashboard;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.platform.state.Group;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A group and what people call it. */
@Schema(name = "GroupName")
@JsonInclude(JsonInclude.Include.NON_NULL)
record GroupNameView(
        @Schema(required = true, examples = "runners") String group,

        @Schema(required = true, examples = "Morning runners")
        String name,

        @Schema(description = "the member who owns it", examples = "ada") @Nullable
        String owner) {
    static GroupNameView of(Group group) {
        return new GroupNameView(group.id(), group.name(), group.owner().orElse(null));
    }
}
