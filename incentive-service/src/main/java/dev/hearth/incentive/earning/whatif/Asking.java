package dev.hearth.incentive.earning.whatif;

import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.rule.Proposal;
import dev.hearth.incentive.rule.Proposals;
import dev.hearth.incentive.task.Tasks;
import dev.hearth.platform.idempotency.Answer;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;

/** Takes what-ifs on that can be told of. */
@ApplicationScoped
class Asking {
    private final Proposals proposals;
    private final Tasks tasks;

    Asking(Proposals proposals, Tasks tasks) {
        this.proposals = proposals;
        this.tasks = tasks;
    }

    /** @param who the token's subject */
    Uni<Answer> ask(SqlConnection connection, DefinitionKey rule, AskWhatIf asked, int days, String who) {
        Uni<Proposal> proposal = asked.terms() == null
                ? proposals.ofVersion(connection, rule, asked.version())
                : proposals.ofTerms(connection, rule, asked.terms());
        return proposal.chain(
                one -> tasks.accept(connection, rule.community(), WhatIfTask.TYPE, new WhatIfTask(days, one), who));
    }
}
