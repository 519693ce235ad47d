package dev.hearth.incentive.redpacket;

import dev.hearth.incentive.definition.Amendment;
import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.definition.Defining;
import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.definition.DefinitionType;
import dev.hearth.incentive.definition.Definitions;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.SqlConnection;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;

/** What red packets may be, by currency. */
@ApplicationScoped
class RedPacketPolicies {
    private static final String KNOWS = "select 1 from currency where community = $1 and currency = $2";

    private final Definitions<RedPacketPolicy> definitions;
    private final Defining<RedPacketPolicy> defining;

    RedPacketPolicies(Pool pool, Clock clock) {
        definitions = new Definitions<>(
                new DefinitionType<>(
                        "red-packet-policy", RedPacketPolicy.class, RedPacketProblem.UNKNOWN_RED_PACKET_POLICY),
                clock);
        defining = new Defining<>(definitions, RedPacketPolicies::requireCurrency, pool);
    }

    Defining<RedPacketPolicy> defining() {
        return defining;
    }

    /** What holds now. Without a policy there are no red packets: whatever limits there were, they are not known. */
    Uni<RedPacketPolicy> inForce(SqlClient client, CurrencyId currency) {
        return definitions
                .inForce(client, new DefinitionKey(currency.community(), currency.currency()))
                .map(found -> found.map(Defined::terms)
                        .orElseThrow(() -> new ProblemException(
                                RedPacketProblem.RED_PACKETS_NOT_OFFERED,
                                "the community has no policy for red packets of " + currency.currency()
                                        + "; PUT one first")));
    }

    private static Uni<Void> requireCurrency(SqlConnection connection, Amendment<RedPacketPolicy> amendment) {
        DefinitionKey key = amendment.key();
        return connection
                .preparedQuery(KNOWS)
                .execute(Tuple.of(key.community(), key.id()))
                .invoke(rows -> {
                    if (rows.size() == 0) {
                        throw new ProblemException(
                                RedPacketProblem.RED_PACKET_CURRENCY_UNKNOWN,
                                "the community has no currency " + key.id() + "; PUT it first");
                    }
                })
                .replaceWithVoid();
    }
}
