package dev.hearth.analytics.drill;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.projection.AsOf;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A page of the members behind a figure. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MembersView(
        @Schema(required = true, description = "how many members the whole list has: the figure")
        long total,

        @Schema(
                required = true,
                description = "the page's members; shorter ids first, then in the order of their characters")
        List<ListedMember> items,

        @Schema(
                description = "the cursor of the next page; absent on the last one. All pages show the list as it was"
                        + " when the first one was asked for, whatever was recorded since.")
        @Nullable
        String next,

        @Schema(required = true, description = "how fresh the list was when its first page was asked for")
        AsOf asOf) {

    /** One of the members. */
    public record ListedMember(
            @Schema(required = true, examples = "ada") String memberId) {}
}
