package dev.hearth.incentive.redpacket;

import dev.hearth.platform.idempotency.Answer;
import dev.hearth.platform.idempotency.AnswerResponse;
import dev.hearth.platform.idempotency.IdempotencyKey;
import dev.hearth.platform.idempotency.KeyedPost;
import dev.hearth.platform.identity.Caller;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.Collision;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
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

/** Red packets over HTTP. */
@Path("/communities/{community}/red-packets")
@Tag(name = "red-packets")
class RedPacketResource {
    private final Giving giving;
    private final KeyedPost posts;
    private final CurrentCaller caller;

    RedPacketResource(Giving giving, KeyedPost posts, CurrentCaller caller) {
        this.giving = giving;
        this.posts = posts;
        this.caller = caller;
    }

    /** Who claims. */
    @Schema(name = "ClaimRedPacket", examples = "{\"memberId\": \"ada\"}")
    record ClaimRedPacket(
            @Schema(required = true, examples = "ada") @Nullable
            String memberId) {}

    @POST
    @Needs(value = Scope.INCENTIVES_WRITE, member = true)
    @Operation(summary = "Send a red packet", description = """
                    The points are set aside at once, from the lots of the sender that expire soonest, or from the \
                    community where there is no sender. EQUAL shares differ by one point at most, the larger ones \
                    first. RANDOM shares are all equally likely divisions into shares of at least one point. Either \
                    way they are the total, to the point. When the time is over, what nobody claimed goes back to the \
                    lots that it came from. A member's token sends only as that member.""")
    @APIResponse(
            responseCode = "201",
            description = "sent",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = RedPacketView.class)))
    public Uni<Response> send(
            @PathParam("community") @Parameter(example = "acme") String community,
            SendRedPacket body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        SendRedPacket wanted = Check.present("", body);
        Caller who = caller.get();
        if (who.member() != null) {
            who.requireMember(Check.present("/senderId", wanted.senderId()));
        }
        return posts.once(key, wanted, uri, connection -> giving.send(connection, community, wanted, who.subject()));
    }

    @GET
    @Path("/{packet}")
    @Needs(value = Scope.INCENTIVES_READ, member = true)
    @Operation(summary = "Read a red packet")
    public Uni<RedPacketView> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("packet") @Parameter(example = "0198f2a0-7c1e-7b60-9c58-3f9f3f1f8a01") String packet) {
        return giving.find(community, packet).map(RedPacketView::of);
    }

    @POST
    @Path("/{packet}/claims")
    @Needs(value = Scope.INCENTIVES_WRITE, member = true)
    @Operation(summary = "Claim a share", description = """
                    One share a member: who claims again is told the share it has. Share and points change hands in \
                    one step; who comes too late is told so at once. Points expire when those of the sender would \
                    have, but not within a day of the claim.""")
    @APIResponse(
            responseCode = "200",
            description = "the member's share",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = ClaimView.class)))
    public Uni<Response> claim(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("packet") @Parameter(example = "0198f2a0-7c1e-7b60-9c58-3f9f3f1f8a01") String packet,
            ClaimRedPacket body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        ClaimRedPacket wanted = Check.present("", body);
        String member = Check.identifier("/memberId", wanted.memberId());
        caller.get().requireMember(member);
        return giving.approach(community, packet, member)
                .chain(found -> posts.once(key, wanted, uri, connection -> giving.claim(connection, found, member))
                        .onFailure(Collision::isCollision)
                        .recoverWithUni(() -> giving.claimOf(found, member)
                                .map(ClaimView::of)
                                .map(Answer::ok)
                                .map(AnswerResponse::of)));
    }

    @GET
    @Path("/{packet}/claims")
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "List who claimed which share, by share")
    public Uni<Page<ClaimView>> claims(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("packet") @Parameter(example = "0198f2a0-7c1e-7b60-9c58-3f9f3f1f8a01") String packet,
            @BeanParam Paging paging) {
        return giving.claims(community, packet, paging).map(page -> page.map(ClaimView::of));
    }
}
