package dev.hearth.incentive.earning;

import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.rule.Book;
import dev.hearth.incentive.rule.RuleBooks;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Tells what an event would earn now, by the way that real events take, in a transaction that is rolled back. */
@ApplicationScoped
class Simulation {
    private final RuleBooks books;
    private final Earning earning;
    private final Ranks ranks;
    private final Surroundings surroundings;
    private final DryRun dryRun;

    Simulation(RuleBooks books, Earning earning, Ranks ranks, Surroundings surroundings, DryRun dryRun) {
        this.books = books;
        this.earning = earning;
        this.ranks = ranks;
        this.surroundings = surroundings;
        this.dryRun = dryRun;
    }

    /** @param rule whose last version counts, a draft too, and alone is told of; null for all rules in force */
    Uni<SimulationView> simulate(Telling told, @Nullable String rule) {
        return dryRun.of(connection -> attempt(connection, told, rule));
    }

    private Uni<SimulationView> attempt(SqlConnection connection, Telling told, @Nullable String rule) {
        String community = told.event().community();
        Uni<Book> asked = rule == null
                ? books.book(connection, community)
                : books.bookWith(connection, new DefinitionKey(community, rule));
        return asked.chain(book -> ranks.of(connection, Earning.asked(Map.of(community, book), List.of(told)))
                        .map(known -> new RulesInForce(Map.of(community, book), known, surroundings)))
                .chain(rules -> earning.attempt(connection, rules.deeds(List.of(told)), rules.books()))
                .map(trial -> SimulationView.of(trial, rule));
    }
}
