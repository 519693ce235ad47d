package dev.hearth.incentive.draw;

import dev.hearth.incentive.draw.proof.DrawId;
import dev.hearth.incentive.draw.proof.Stake;
import dev.hearth.platform.idempotency.Answer;
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
import org.jspecify.annotations.Nullable;

/** What is done with draws over HTTP: open, enter, say the beacon, call off, hand over. */
@Path("/communities/{community}/draws/{draw}")
@Tag(name = "draws")
class DrawActionResource {

    private final Preparation preparation;
    private final Entering entering;
    private final Conclusion conclusion;
    private final Participation participation;
    private final KeyedPost posts;
    private final CurrentCaller caller;

    DrawActionResource(
            Preparation preparation,
            Entering entering,
            Conclusion conclusion,
            Participation participation,
            KeyedPost posts,
            CurrentCaller caller) {
        this.preparation = preparation;
        this.entering = entering;
        this.conclusion = conclusion;
        this.participation = participation;
        this.posts = posts;
        this.caller = caller;
    }

    /** Opens. */
    @Schema(name = "OpenDraw", examples = "{\"version\": 1}")
    record OpenDraw(
            @Schema(required = true, minimum = "1", description = "of the terms that were read and are published")
            @Nullable
            Long version) {}

    /** Who enters. */
    @Schema(name = "EnterDraw", examples = "{\"memberId\": \"ada\"}")
    record EnterDraw(
            @Schema(required = true, examples = "ada") @Nullable
            String memberId) {}

    /** What the source said. */
    @Schema(name = "SayBeacon", examples = "{\"value\": \"8d61d9100567de44682506aea1a7a6fa6e5491cd\"}")
    record SayBeacon(
            @Schema(required = true, maxLength = 1000) @Nullable
            String value) {}

    /** Why. */
    @Schema(name = "CancelDraw", examples = "{\"reason\": \"The prizes burnt.\"}")
    record CancelDraw(
            @Schema(required = true, maxLength = 500) @Nullable
            String reason) {}

    /** What was handed over. */
    @Schema(name = "HandOverPrize", examples = "{\"position\": 0, \"reference\": \"parcel 17\"}")
    record HandOverPrize(
            @Schema(required = true, minimum = "0", description = "of the win") @Nullable
            Integer position,

            @Schema(maxLength = 200) @Nullable String reference) {}

    @POST
    @Path("/openings")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Publish a draw", description = """
                    Its terms are frozen, a seed is made and its SHA-256 published. What is missing is named, all of \
                    it. A draw that is open already answers as it is.""")
    @APIResponse(
            responseCode = "200",
            description = "it is open",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DrawView.class)))
    public Uni<Response> open(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("draw") @Parameter(example = "spring") String draw,
            OpenDraw body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        OpenDraw wanted = Check.present("", body);
        long version = Check.present("/version", wanted.version());
        DrawId id = new DrawId(community, draw);
        String who = caller.get().subject();
        return posts.once(
                key,
                wanted,
                uri,
                connection -> preparation
                        .open(connection, id, version, who)
                        .map(DrawView::of)
                        .map(Answer::ok));
    }

    @POST
    @Path("/entries")
    @Needs(value = Scope.INCENTIVES_WRITE, member = true)
    @Operation(summary = "Enter a draw", description = """
                    The answer is a receipt: it shows later that the entry is in the list, at its place. An instant \
                    draw says at once what was won. A member's token enters only that member.""")
    @APIResponse(
            responseCode = "201",
            description = "entered",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ReceiptView.class)))
    public Uni<Response> enter(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("draw") @Parameter(example = "open-draw") String draw,
            EnterDraw body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        EnterDraw wanted = Check.present("", body);
        String member = Check.identifier("/memberId", wanted.memberId());
        caller.get().requireMember(member);
        return posts.once(
                key,
                wanted,
                uri,
                connection -> entering.enter(connection, new DrawId(community, draw), member)
                        .map(ReceiptView::of)
                        .map(receipt -> Answer.created(
                                "/communities/" + community + "/members/" + member + "/draw-entries", receipt)));
    }

    @POST
    @Path("/beacons")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Say what the source that the terms name published", description = """
                    Once, after the closing. Anybody can compare it with the source. A draw whose beacon is not said \
                    within seven days of its time is called off.""")
    @APIResponse(
            responseCode = "200",
            description = "taken down",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DrawView.class)))
    public Uni<Response> say(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("draw") @Parameter(example = "waiting-draw") String draw,
            SayBeacon body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        SayBeacon wanted = Check.present("", body);
        String value = Check.text("/value", wanted.value(), 1_000);
        return posts.once(
                key,
                wanted,
                uri,
                connection -> conclusion
                        .say(connection, new DrawId(community, draw), value)
                        .map(DrawView::of)
                        .map(Answer::ok));
    }

    @POST
    @Path("/cancellations")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Call off an open draw", description = """
                    Only while it takes entries: afterwards it is drawn. The seed is revealed, so that anybody sees \
                    who would have won; what entries cost goes back to the lots that it came from, except where an \
                    instant draw gave a prize for it.""")
    @APIResponse(
            responseCode = "200",
            description = "cancelled",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = DrawView.class)))
    public Uni<Response> cancel(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("draw") @Parameter(example = "doomed-draw") String draw,
            CancelDraw body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        CancelDraw wanted = Check.present("", body);
        String reason = Check.text("/reason", wanted.reason(), 500);
        return posts.once(
                key,
                wanted,
                uri,
                connection -> conclusion
                        .cancel(connection, new DrawId(community, draw), reason)
                        .map(DrawView::of)
                        .map(Answer::ok));
    }

    @POST
    @Path("/prize-handovers")
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Note that a prize was handed over",
            description = "Once a win. Prizes that are points are credited without being asked for.")
    @APIResponse(
            responseCode = "200",
            description = "noted",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WinView.class)))
    public Uni<Response> handOver(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("draw") @Parameter(example = "won-draw") String draw,
            HandOverPrize body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        HandOverPrize wanted = Check.present("", body);
        int position = Check.present("/position", wanted.position());
        long _ = Check.range("/position", position, 0, Stake.MAX_QUANTITY);
        String reference = wanted.reference() == null ? null : Check.text("/reference", wanted.reference(), 200);
        String who = caller.get().subject();
        return posts.once(
                key,
                wanted,
                uri,
                connection -> participation
                        .handOver(connection, new DrawId(community, draw), position, reference, who)
                        .map(WinView::of)
                        .map(Answer::ok));
    }
}
