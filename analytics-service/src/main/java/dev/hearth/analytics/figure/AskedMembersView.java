package dev.hearth.analytics.figure;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.analytics.population.MemberFilter;
import dev.hearth.analytics.population.Planted;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Whose acts a figure is about: by what members are now, not by what they were then. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record AskedMembersView(
        @Schema(required = true, description = "of which members")
        WhoseActs audience,

        @Schema(
                required = true,
                description = "who have all of these tags, those of the target audience included; empty for any")
        List<String> tags,

        @Schema(description = "who have this level or a higher one; absent for any") @Nullable
        Integer minLevel,

        @Schema(description = "who have this level or a lower one; absent for any") @Nullable
        Integer maxLevel,

        @Schema(required = true, description = "what becomes of accounts that operators run")
        Planted planted) {
    public static AskedMembersView of(AskedMembers asked) {
        MemberFilter filter = asked.filter();
        return new AskedMembersView(
                asked.among(),
                filter.tags().stream().sorted().toList(),
                filter.minLevel() == 0 ? null : filter.minLevel(),
                filter.maxLevel() == MemberFilter.MAX_LEVEL ? null : filter.maxLevel(),
                filter.planted());
    }
}
