package dev.hearth.incentive.reward;

import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.definition.DefinitionType;
import dev.hearth.incentive.definition.Definitions;
import dev.hearth.incentive.definition.DefinitionsInForce;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The rewards of all communities, as redemptions meet them: in force now, or in the version that was redeemed. */
@ApplicationScoped
public class Rewards {
    /** How many a community may have that are not retired. */
    static final int MOST = 2_000;

    private static final int MAX_KEPT = 10_000;

    private final Definitions<RewardTerms> definitions;
    private final DefinitionsInForce<RewardTerms, NavigableMap<String, Reward>> inForce;
    private final Map<VersionKey, Reward> versions = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<VersionKey, Reward> eldest) {
            return size() > MAX_KEPT;
        }
    });

    Rewards(Clock clock) {
        definitions = new Definitions<>(
                new DefinitionType<>("reward", RewardTerms.class, RewardProblem.UNKNOWN_REWARD, MOST), clock);
        inForce = new DefinitionsInForce<>(definitions, Rewards::byId);
    }

    private record VersionKey(String community, String reward, int version) {}

    Definitions<RewardTerms> definitions() {
        return definitions;
    }

    /** The reward as it is in force; fails with {@code unknown-reward} where none is. */
    public Uni<Reward> inForce(SqlClient client, String community, String reward) {
        return allInForce(client, community).map(all -> {
            Reward found = all.get(reward);
            if (found == null) {
                throw unknown(reward);
            }
            return found;
        });
    }

    /** All that are in force, by id. */
    public Uni<NavigableMap<String, Reward>> allInForce(SqlClient client, String community) {
        return inForce.of(client, Set.of(community)).map(found -> found.getOrDefault(community, new TreeMap<>()));
    }

    /** The reward in a version that was in force once. */
    public Uni<Reward> version(SqlClient client, String community, String reward, int version) {
        VersionKey key = new VersionKey(community, reward, version);
        Reward known = versions.get(key);
        if (known != null) {
            return Uni.createFrom().item(known);
        }
        return definitions
                .version(client, new DefinitionKey(community, reward), version)
                .map(found -> Reward.of(found.orElseThrow(() -> unknown(reward))))
                .invoke(made -> versions.put(key, made));
    }

    /** The last version, whatever its status; fails with {@code unknown-reward} if there is none. */
    public Uni<Reward> last(SqlClient client, String community, String reward) {
        return definitions.get(client, new DefinitionKey(community, reward)).map(Reward::of);
    }

    private static NavigableMap<String, Reward> byId(List<Defined<RewardTerms>> all) {
        NavigableMap<String, Reward> rewards = new TreeMap<>();
        all.forEach(one -> rewards.put(one.id(), Reward.of(one)));
        return rewards;
    }

    private static ProblemException unknown(String reward) {
        return new ProblemException(
                RewardProblem.UNKNOWN_REWARD, "the community has no reward " + reward + " in force; PUT it first");
    }
}
