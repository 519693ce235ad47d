package dev.hearth.platform.architecture;

/**
 * The proof that a rule can fail, and that it fails for its own reason.
 *
 * @param rule the rule
 * @param bad code that breaks it; units parted by lines {@code ----}
 * @param good the nearest code that does not
 */
record Proof(Rule rule, String bad, String good) {
    /** The good twin differs by this replacement only. */
    static Proof of(Rule rule, String bad, String wrong, String right) {
        if (!bad.contains(wrong)) {
            throw new IllegalArgumentException(rule.name() + ": the bad twin does not contain " + wrong);
        }
        return new Proof(rule, bad, bad.replace(wrong, right));
    }

    @Override
    public String toString() {
        return rule.name();
    }
}
