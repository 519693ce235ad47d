package dev.hearth.incentive.challenge;

import dev.hearth.incentive.condition.Condition;
import dev.hearth.incentive.condition.Conditions;
import dev.hearth.incentive.condition.Evaluated;
import dev.hearth.incentive.condition.Facts;
import dev.hearth.incentive.condition.Vocabulary;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.milestone.Goal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A challenge in force, ready to look at events. */
final class Challenge {
    private final String id;
    private final int version;
    private final ChallengeTerms terms;
    private final @Nullable Condition condition;

    Challenge(Defined<ChallengeTerms> defined) {
        this.id = defined.id();
        this.version = Math.toIntExact(defined.version());
        this.terms = defined.terms();
        String cel = terms.condition();
        this.condition = cel == null ? null : Conditions.compile("/condition", cel, Vocabulary.EVENT);
    }

    String id() {
        return id;
    }

    int version() {
        return version;
    }

    ChallengeTerms terms() {
        return terms;
    }

    List<Goal> goals() {
        return terms.stages().stream().map(StageTerms::goal).toList();
    }

    /** Whether an event counts; one that the condition cannot be evaluated for does not. */
    boolean admits(String kind, Instant occurredAt, Facts facts) {
        return terms.kinds().contains(kind)
                && terms.isOpen(occurredAt)
                && (condition == null || holds(condition, facts));
    }

    private static boolean holds(Condition condition, Facts facts) {
        return condition.test(facts) instanceof Evaluated.Value<Boolean>(Boolean value) && value;
    }
}
