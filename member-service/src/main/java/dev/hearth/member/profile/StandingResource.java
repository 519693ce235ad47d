package dev.hearth.member.profile;

import dev.hearth.contract.member.MemberStatus;
import dev.hearth.member.community.CommunityId;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Where members stand, over HTTP. */
@Path("/communities/{community}/members/{member}")
@Tag(name = "members")
class StandingResource {
    private static final int MAX_REASON = 500;

    private final Standing standing;

    StandingResource(Standing standing) {
        this.standing = standing;
    }

    @Schema(name = "DecideStatus", examples = """
                    {"status": "ACTIVE", "reason": "known in person"}""")
    record DecideStatus(
            @Schema(required = true, examples = "ACTIVE") @Nullable
            MemberStatus status,

            @Schema(maxLength = MAX_REASON, examples = "known in person") @Nullable
            String reason) {
        DecideStatus {
            status = Check.present("/status", status);
            reason = checked(reason);
        }
    }

    @Schema(name = "Depart", examples = """
                    {"reason": "no time"}""")
    record Depart(
            @Schema(maxLength = MAX_REASON, examples = "no time") @Nullable
            String reason) {
        static final Depart SILENTLY = new Depart(null);

        Depart {
            reason = checked(reason);
        }
    }

    @PUT
    @Path("/status")
    @Needs(Scope.MEMBERS_WRITE)
    @Operation(
            summary = "Approve, ban, reinstate or remove a member",
            description =
                    "PENDING may become ACTIVE, BANNED or LEFT; ACTIVE may become BANNED or LEFT; BANNED may become"
                            + " ACTIVE or LEFT; LEFT may become BANNED. The same again changes nothing. If-Match is heeded if sent.")
    @APIResponse(responseCode = "200", description = "it stands so")
    @APIResponse(responseCode = "409", description = "this does not follow its present status")
    public Uni<RestResponse<MemberView>> decide(
            @PathParam("community") CommunityId community,
            @PathParam("member") MemberId member,
            DecideStatus body,
            @BeanParam IfMatch ifMatch) {
        DecideStatus decision = Check.present("", body);
        return standing.decide(
                        MemberKey.of(community, member),
                        Check.present("/status", decision.status()),
                        decision.reason(),
                        ifMatch)
                .map(decided -> Put.answer(MemberView.of(decided)));
    }

    @POST
    @Path("/departures")
    @Consumes(MediaType.APPLICATION_JSON) // said, so that an absent body needs no content type
    @Needs(value = Scope.MEMBERS_WRITE, member = true)
    @Operation(
            summary = "Leave the community",
            description = "And with it all groups. Who has left already stays so. Coming back: PUT the member again.")
    @APIResponse(responseCode = "200", description = "it has left")
    @APIResponse(responseCode = "409", description = "it is banned; a ban outlasts leaving")
    public Uni<RestResponse<MemberView>> depart(
            @PathParam("community") CommunityId community,
            @PathParam("member") MemberId member,
            @Nullable Depart body) {
        Depart departure = body == null ? Depart.SILENTLY : body;
        return standing.depart(MemberKey.of(community, member), departure.reason())
                .map(left -> Put.answer(MemberView.of(left)));
    }

    private static @Nullable String checked(@Nullable String reason) {
        return reason == null || reason.isEmpty() ? null : Check.text("/reason", reason, MAX_REASON);
    }
}
