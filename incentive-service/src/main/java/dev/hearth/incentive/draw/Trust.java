package dev.hearth.incentive.draw;

/** What a proof does not show, said with it: a proof that hides its limits is none. */
final class Trust {
    private static final String ALWAYS =
            "Compare commitment and root with what was published at the opening and the closing, and your receipt with the"
                    + " list. That each entrant is a person, and that nobody entered under several names, is not shown.";
    private static final String NO_BEACON =
            " Whoever can read the service's database while entries are taken could know the seed, and so which further"
                    + " entry would win; terms that name a beacon exclude that.";
    private static final String INSTANT =
            " Whoever can read the service's database while entries are taken could know which entry number wins, and"
                    + " choose when to enter; a draw at closing with a beacon excludes that.";

    private Trust() {}

    static String of(Draw draw) {
        if (draw.isInstant()) {
            return ALWAYS + INSTANT;
        }
        return draw.needsBeacon() ? ALWAYS : ALWAYS + NO_BEACON;
    }
}
