package dev.hearth.analytics.satisfaction;

/** How a member answered. */
enum Response {
    /** With a rating on the scale. */
    ANSWERED,
    /** With one of the best: 9 or 10 (NPS, promoters), 4 or 5 (CSAT). */
    GOOD,
    /** With one between: 7 or 8 (NPS, passives), 3 (CSAT). */
    NEUTRAL,
    /** With one of the worst: 0 to 6 (NPS, detractors), 1 or 2 (CSAT). */
    BAD,
    /** With a rating that is none of the scale. */
    OUTSIDE_SCALE,
    /** Not asked how: the member was asked. */
    ASKED,
    /** The member was asked, and gave no rating on the scale. */
    NOT_ANSWERED;

    boolean is(Scale scale, long rating) {
        return switch (this) {
            case ANSWERED -> scale.has(rating);
            case GOOD -> scale.has(rating) && scale.isGood(rating);
            case NEUTRAL -> scale.has(rating) && !scale.isGood(rating) && !scale.isBad(rating);
            case BAD -> scale.has(rating) && scale.isBad(rating);
            case OUTSIDE_SCALE -> !scale.has(rating);
            case ASKED, NOT_ANSWERED -> false;
        };
    }
}
