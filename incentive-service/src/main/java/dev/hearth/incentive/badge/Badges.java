package dev.hearth.incentive.badge;

import dev.hearth.incentive.definition.DefinitionType;
import dev.hearth.incentive.definition.Definitions;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** The badges that there are. */
@ApplicationScoped
class Badges {
    private static final DefinitionType<BadgeTerms> TYPE =
            new DefinitionType<>("badge", BadgeTerms.class, BadgeProblem.UNKNOWN_BADGE);

    private final Definitions<BadgeTerms> definitions;

    Badges(Clock clock) {
        this.definitions = new Definitions<>(TYPE, clock);
    }

    Definitions<BadgeTerms> definitions() {
        return definitions;
    }
}
