package dev.hearth.analytics.population;

import dev.hearth.analytics.setting.Settings;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import org.eclipse.microprofile.health.Readiness;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Whom a community is for, over HTTP. */
@Path("/communities/{community}/target-audience")
@Tag(name = "settings")
class TargetAudienceResource {
    private final TargetAudiences audiences;
    private final Population population;

    TargetAudienceResource(TargetAudiences audiences, @Readiness Population population) {
        this.audiences = audiences;
        this.population = population;
    }

    /**
     * Whom the community is for.
     *
     * @param tags a member of the audience has all of them
     */
    @Schema(name = "AimAtMembers", examples = """
                    {"tags": ["new-parent"], "minLevel": 1}""")
    record AimAtMembers(
            @Schema(
                    description = "a member of the audience has all of these tags; at most 20",
                    examples = "[\"new-parent\"]")
            @Nullable
            List<String> tags,

            @Schema(description = "the lowest level; left out: any", minimum = "0", maximum = "1000") @Nullable
            Integer minLevel,

            @Schema(description = "the highest level; left out: any", minimum = "0", maximum = "1000") @Nullable
            Integer maxLevel) {
        TargetAudience audience() {
            return new TargetAudience(tags == null ? List.of() : tags, minLevel, maxLevel);
        }
    }

    @PUT
    @Needs(Scope.ANALYTICS_WRITE)
    @Operation(
            summary = "Say whom the community is for",
            description = "Any figure can then be asked for these members only: `audience=TARGET`. Who is one of them"
                    + " follows from tags and levels as they are when asked. The same again changes nothing; a change"
                    + " needs If-Match.")
    @APIResponse(
            responseCode = "201",
            description = "said for the first time",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = TargetAudienceView.class)))
    @APIResponse(responseCode = "200", description = "it is as said")
    public Uni<RestResponse<TargetAudienceView>> put(
            @Parameter(example = "acme") @PathParam("community") String community,
            AimAtMembers body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        return audiences
                .said()
                .put(community, Settings.ONLY, Check.present("", body).audience(), ifMatch)
                .map(put -> Put.answer(
                        put.map(setting -> TargetAudienceView.of(setting, population)), uri.getAbsolutePath()));
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(summary = "Tell whom the community is for")
    @APIResponse(responseCode = "200", description = "what was said, and how many members it is now")
    public RestResponse<TargetAudienceView> get(@Parameter(example = "acme") @PathParam("community") String community) {
        return Put.answer(TargetAudienceView.of(audiences.said().get(community, Settings.ONLY), population));
    }
}
