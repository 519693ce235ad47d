package dev.hearth.incentive.challenge;

import dev.hearth.incentive.definition.DefinitionType;
import dev.hearth.incentive.definition.Definitions;
import dev.hearth.incentive.definition.DefinitionsInForce;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** The challenges that there are. */
@ApplicationScoped
class Challenges {
    private static final int MOST = 100;
    private static final DefinitionType<ChallengeTerms> TYPE =
            new DefinitionType<>("challenge", ChallengeTerms.class, ChallengeProblem.UNKNOWN_CHALLENGE, MOST);

    private final Definitions<ChallengeTerms> definitions;
    private final DefinitionsInForce<ChallengeTerms, List<Challenge>> inForce;

    Challenges(Clock clock) {
        this.definitions = new Definitions<>(TYPE, clock);
        this.inForce = new DefinitionsInForce<>(
                definitions, found -> found.stream().map(Challenge::new).toList());
    }

    Definitions<ChallengeTerms> definitions() {
        return definitions;
    }

    /** Those in force, by community. */
    Uni<Map<String, List<Challenge>>> of(SqlClient client, Collection<String> communities) {
        return inForce.of(client, communities);
    }
}
