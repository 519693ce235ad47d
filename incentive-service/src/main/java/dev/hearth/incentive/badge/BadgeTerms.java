package dev.hearth.incentive.badge;

import org.jspecify.annotations.Nullable;

/**
 * A badge as it is defined.
 *
 * @param name for people, 1 to 100 characters
 * @param image where its picture is, as the product team's pages understand it; 1 to 500 characters
 * @param description what it is for, at most 1,000 characters
 */
record BadgeTerms(
        String name, @Nullable String image, @Nullable String description) {}
