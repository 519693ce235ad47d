package dev.hearth.incentive.reward;

import dev.hearth.incentive.condition.Condition;
import dev.hearth.incentive.condition.Conditions;
import dev.hearth.incentive.condition.Evaluated;
import dev.hearth.incentive.condition.Facts;
import dev.hearth.incentive.condition.Vocabulary;
import dev.hearth.incentive.definition.Defined;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A version of a reward, ready to be decided on. */
public final class Reward {
    private final String id;
    private final int version;
    private final RewardTerms terms;
    private final @Nullable Condition visible;

    private Reward(String id, int version, RewardTerms terms) {
        this.id = id;
        this.version = version;
        this.terms = terms;
        this.visible = terms.visibleIf() == null
                ? null
                : Conditions.compile("/visibleIf", terms.visibleIf(), Vocabulary.MEMBER);
    }

    static Reward of(Defined<RewardTerms> defined) {
        return new Reward(defined.id(), Math.toIntExact(defined.version()), defined.terms());
    }

    /** Fails with a problem where the visibility does not compile. */
    static void check(RewardTerms terms) {
        var _ = new Reward("", 1, terms);
    }

    public String id() {
        return id;
    }

    /** 1 or more. */
    public int version() {
        return version;
    }

    public RewardTerms terms() {
        return terms;
    }

    /** Whether it can depend on the member's tier who sees it, or what it costs; where not, nobody has to look. */
    public boolean asksForTier() {
        return !terms.tierPrices().isEmpty()
                || (terms.visibleIf() != null && terms.visibleIf().contains("tier"));
    }

    /** Whether it can be redeemed at that time. */
    public boolean isValidAt(Instant time) {
        return (terms.validFrom() == null || !time.isBefore(terms.validFrom()))
                && (terms.validUntil() == null || time.isBefore(terms.validUntil()));
    }

    /** Whether the member sees it; a condition that has no value for the member shows it to nobody. */
    public boolean isVisibleTo(Facts facts) {
        return visible == null || visible.test(facts).equals(new Evaluated.Value<>(true));
    }
}
