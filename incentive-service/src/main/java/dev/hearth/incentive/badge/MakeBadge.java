package dev.hearth.incentive.badge;

import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.platform.problem.Check;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The whole of a badge, as the caller wants it. */
@Schema(
        name = "MakeBadge",
        examples =
                "{\"name\": \"Bringer of friends\", \"image\": \"badges/friends.svg\", \"description\": \"Brought three\"}")
record MakeBadge(
        @Schema(required = true, minLength = 1, maxLength = MAX_NAME) @Nullable
        String name,

        @Schema(description = "where its picture is; not read here", maxLength = MAX_IMAGE) @Nullable
        String image,

        @Schema(maxLength = MAX_DESCRIPTION) @Nullable String description,

        @Schema(description = "left out: ACTIVE") @Nullable DefinitionStatus status) {
    private static final int MAX_NAME = 100;
    private static final int MAX_IMAGE = 500;
    private static final int MAX_DESCRIPTION = 1_000;

    Wanted<BadgeTerms> wanted() {
        return Wanted.of(
                new BadgeTerms(
                        Check.text("/name", name, MAX_NAME),
                        Check.optionalText("/image", image, MAX_IMAGE),
                        Check.optionalText("/description", description, MAX_DESCRIPTION)),
                status);
    }
}
