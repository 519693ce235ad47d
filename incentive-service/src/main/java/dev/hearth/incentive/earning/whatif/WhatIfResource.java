package dev.hearth.incentive.earning.whatif;

import dev.hearth.incentive.definition.DefinitionKey;
import dev.hearth.incentive.kind.EventKinds;
import dev.hearth.incentive.task.TaskView;
import dev.hearth.platform.idempotency.IdempotencyKey;
import dev.hearth.platform.idempotency.KeyedPost;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.Check;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** What rules would have paid for the last days, over HTTP. */
@Path("/communities/{community}/earning-rules/{rule}/what-ifs")
@Tag(name = "earning-rules")
class WhatIfResource {
    private final Asking asking;
    private final EventKinds kinds;
    private final KeyedPost once;
    private final CurrentCaller caller;

    WhatIfResource(Asking asking, EventKinds kinds, KeyedPost once, CurrentCaller caller) {
        this.asking = asking;
        this.kinds = kinds;
        this.once = once;
        this.caller = caller;
    }

    @POST
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "Have told what a rule would have paid for the events of the last days", description = """
                    A task replays all events of the community that the topics had when it began, in memory: once by \
                    the rules in force when this was asked, once with the version or the terms in place of the rule, \
                    both as though in force from the first event on. So what caps, streaks and first times remember \
                    of the time before counts; what is told is what would be paid for deeds whose local day is \
                    within the window. Its progress is in records read; it moves no points. The result has, by \
                    currency, the sums under both, how many members win and lose, the 100 that win and lose most, \
                    each day, and what is left of campaigns' budgets with the day on which they run out. exact: the \
                    same events, sent again to a community with the proposed rules, are paid the same; \
                    inexactBecause says what else it depends on: where members race for a cap or a budget, the \
                    events are taken by the times of their records. Members, groups, tiers and campaigns are taken as they are now.""")
    @APIResponse(
            responseCode = "202",
            description = "taken on: Location is the task",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskView.class)))
    public Uni<Response> ask(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("rule") @Parameter(example = "message-points") String rule,
            @BeanParam IdempotencyKey key,
            AskWhatIf body,
            UriInfo uri) {
        AskWhatIf asked = Check.present("", body);
        int days = asked.checkedDays();
        String who = caller.get().subject();
        DefinitionKey of = new DefinitionKey(community, rule);
        return kinds.require(community, asked.namedKinds())
                .chain(() -> once.once(key, asked, uri, connection -> asking.ask(connection, of, asked, days, who)));
    }
}
