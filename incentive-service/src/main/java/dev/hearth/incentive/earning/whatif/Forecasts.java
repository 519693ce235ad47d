package dev.hearth.incentive.earning.whatif;

import dev.hearth.incentive.accrual.BudgetKey;
import dev.hearth.incentive.accrual.Fund;
import dev.hearth.incentive.accrual.Rule;
import dev.hearth.incentive.earning.Surroundings;
import dev.hearth.incentive.rule.Proposals;
import dev.hearth.incentive.task.Task;
import dev.hearth.platform.inbox.Subscription;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Begins forecasts: what they are about, before any event is read. */
@ApplicationScoped
class Forecasts {
    private final Proposals proposals;
    private final Purses purses;
    private final Surroundings surroundings;
    private final Subscription subscription;
    private final WhatIfConfig config;

    Forecasts(
            Proposals proposals,
            Purses purses,
            Surroundings surroundings,
            Subscription subscription,
            WhatIfConfig config) {
        this.proposals = proposals;
        this.purses = purses;
        this.surroundings = surroundings;
        this.subscription = subscription;
        this.config = config;
    }

    /** What opens the topics, which blocks. */
    Uni<Supplier<Forecast>> prepare(Pool pool, Task<WhatIfTask> task) {
        if (!surroundings.areKnown()) {
            return Uni.createFrom().failure(() -> new IOException("members and communities are still being read"));
        }
        String community = task.community();
        return pool.withConnection(connection -> proposals
                .alternatives(connection, community, task.request().proposal())
                .chain(both -> purses.whole(connection, community, rules(both))
                        .map(funds -> () -> forecast(task, both, funds))));
    }

    private Forecast forecast(Task<WhatIfTask> task, Proposals.Alternatives both, Map<BudgetKey, Fund> funds) {
        String community = task.community();
        LocalDate today = LocalDate.ofInstant(task.createdAt(), surroundings.zone(community));
        Window window = Window.until(today, task.request().days());
        return new Forecast(
                new Forecast.Frame(community, window, surroundings, config),
                PastEvents.open(community, subscription.kafka(), subscription.topics()),
                new Side(Tally.Rules.CURRENT, both.current(), funds, surroundings::earns, config),
                new Side(Tally.Rules.PROPOSED, both.proposed(), funds, surroundings::earns, config));
    }

    private static List<Rule> rules(Proposals.Alternatives both) {
        List<Rule> rules = new ArrayList<>(both.current().inForce());
        rules.addAll(both.proposed().inForce());
        return rules;
    }
}
