package dev.hearth.analytics.health;

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
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;

/** How groups are judged, over HTTP. */
@Path("/communities/{community}/health-settings")
@Tag(name = "settings")
class HealthSettingsResource {
    private final HealthSettings settings;

    HealthSettingsResource(HealthSettings settings) {
        this.settings = settings;
    }

    @PUT
    @Needs(Scope.ANALYTICS_WRITE)
    @Operation(
            summary = "Say how groups are judged",
            description = "Weights of the score and of the value index, and which kinds of event advertise, are off"
                    + " topic, say little, are seen by nobody, ask or answer; and when a group counts as cold or flooded."
                    + " What is left out is as usual. Scores follow at once, for all days; cold and flooded groups are"
                    + " found by it from the next look on. The same again changes nothing; a change needs If-Match.")
    @APIResponse(
            responseCode = "201",
            description = "said for the first time",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = HealthSettingsView.class)))
    @APIResponse(responseCode = "200", description = "it is as said")
    public Uni<RestResponse<HealthSettingsView>> put(
            @Parameter(example = "acme") @PathParam("community") String community,
            JudgeGroups body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        return settings.said()
                .put(community, Settings.ONLY, Check.present("", body).setting(), ifMatch)
                .map(put -> Put.answer(put.map(HealthSettingsView::of), uri.getAbsolutePath()));
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(
            summary = "Tell how groups are judged",
            description = "404 if the community has not said it: then groups are judged as usual.")
    @APIResponse(responseCode = "200", description = "weights, kinds and bands")
    public RestResponse<HealthSettingsView> get(@Parameter(example = "acme") @PathParam("community") String community) {
        return Put.answer(HealthSettingsView.of(settings.said().get(community, Settings.ONLY)));
    }
}
