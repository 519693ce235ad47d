package dev.hearth.analytics.dashboard;

import dev.hearth.analytics.dashboard.SessionView.KnownCommunityView;
import dev.hearth.platform.identity.Caller;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.state.Community;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** Signing in to the page: the token is shown once and then kept where no script can read it. */
@Path("/session")
@Tag(name = "dashboard")
class SessionResource {
    private static final int MOST = 1_000;
    private static final String BEARER = "Bearer ";
    private static final String PROTOCOL = "X-Forwarded-Proto";

    private final CurrentCaller caller;
    private final SecurityIdentity identity;
    private final Communities communities;
    private final Clock clock;

    SessionResource(CurrentCaller caller, SecurityIdentity identity, @Readiness Communities communities, Clock clock) {
        this.caller = caller;
        this.identity = identity;
        this.communities = communities;
        this.clock = clock;
    }

    @POST
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Sign in to the dashboard",
            description =
                    "Keeps the bearer token that this is called with in a cookie (HttpOnly, SameSite=Strict) as long"
                            + " as the token is valid. From then on requests of the page's own origin need no header.")
    @APIResponse(responseCode = "200", description = "signed in")
    public RestResponse<SessionView> signIn(@Context HttpHeaders headers, @Context UriInfo uri) {
        String token = headers.getHeaderString(HttpHeaders.AUTHORIZATION).substring(BEARER.length());
        Duration lifetime = Duration.between(clock.instant(), expiry());
        return RestResponse.ResponseBuilder.ok(view())
                .cookie(SessionCookie.of(token, lifetime, isSecure(headers, uri)))
                .build();
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(summary = "Tell who is signed in, and where they may look")
    @APIResponse(responseCode = "200", description = "the session")
    public SessionView session() {
        return view();
    }

    @DELETE
    @Needs(Scope.ANALYTICS_READ)
    @Operation(summary = "Sign out", description = "Removes the cookie. The token itself stays valid until it expires.")
    @APIResponse(responseCode = "204", description = "signed out")
    public RestResponse<Void> signOut(@Context HttpHeaders headers, @Context UriInfo uri) {
        return RestResponse.ResponseBuilder.<Void>noContent()
                .cookie(SessionCookie.of("", Duration.ZERO, isSecure(headers, uri)))
                .build();
    }

    private SessionView view() {
        Caller who = caller.get();
        List<KnownCommunityView> known = communities.all().stream()
                .filter(community -> who.mayActIn(community.id()))
                .sorted(Comparator.comparing(Community::name).thenComparing(Community::id))
                .limit(MOST)
                .map(community -> new KnownCommunityView(
                        community.id(), community.name(), community.zone().getId()))
                .toList();
        return new SessionView(who.subject(), who.scopes().stream().sorted().toList(), expiry(), known);
    }

    private Instant expiry() {
        return Instant.ofEpochSecond(((JsonWebToken) identity.getPrincipal()).getExpirationTime());
    }

    private static boolean isSecure(HttpHeaders headers, UriInfo uri) {
        return "https".equals(uri.getRequestUri().getScheme()) || "https".equals(headers.getHeaderString(PROTOCOL));
    }
}
