package dev.hearth.analytics.window;

import dev.hearth.analytics.setting.Setting;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
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
import java.time.LocalDate;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** Named windows over HTTP. */
@Path("/communities/{community}/windows")
@Tag(name = "settings")
class WindowResource {
    private final NamedWindows windows;

    WindowResource(NamedWindows windows) {
        this.windows = windows;
    }

    /**
     * Days with a name.
     *
     * @param baseline the days before, if left out
     */
    @Schema(name = "NameDays", examples = """
                    {"name": "春节 2026", "from": "2026-02-15", "to": "2026-02-23", "baseline": {"of": "PREVIOUS"}}""")
    record NameDays(
            @Schema(required = true, minLength = 1, maxLength = NamedWindow.MAX_NAME, examples = "春节 2026") @Nullable
            String name,

            @Schema(required = true, description = "the first day", examples = "2026-02-15") @Nullable
            LocalDate from,

            @Schema(required = true, description = "the last day; at most 1,000 days in all", examples = "2026-02-23")
            @Nullable
            LocalDate to,

            @Schema(description = "what it is compared with; left out: as many days just before") @Nullable
            Baseline baseline) {
        NamedWindow window() {
            return new NamedWindow(
                    Check.present("/name", name),
                    Check.present("/from", from),
                    Check.present("/to", to),
                    Objects.requireNonNullElse(baseline, Baseline.PREVIOUS));
        }
    }

    @PUT
    @Path("/{window}")
    @Needs(Scope.ANALYTICS_WRITE)
    @Operation(
            summary = "Give some days a name",
            description =
                    "Any figure can then be asked for them: `namedWindow=spring-festival`, with `baseline=true` beside"
                            + " the same figure over the days that it is compared with. The same again changes nothing; a"
                            + " change needs If-Match.")
    @APIResponse(
            responseCode = "201",
            description = "named",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = WindowView.class)))
    @APIResponse(responseCode = "200", description = "it exists, as said")
    public Uni<RestResponse<WindowView>> put(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "spring-festival") @PathParam("window") String window,
            NameDays body,
            @BeanParam IfMatch ifMatch,
            UriInfo uri) {
        NamedWindow said = Check.present("", body).window();
        String other = said.baseline().window();
        if (other != null
                && (other.equals(window)
                        || windows.settings().find(community, other).isEmpty())) {
            throw Check.refused("/baseline/window", "is \"" + other + "\", must be another window that exists");
        }
        return windows.settings()
                .put(community, window, said, ifMatch)
                .map(put -> Put.answer(put.map(this::view), uri.getAbsolutePath()));
    }

    @GET
    @Path("/{window}")
    @Needs(Scope.ANALYTICS_READ)
    @Operation(summary = "Read a named window")
    @APIResponse(responseCode = "200", description = "the window")
    public RestResponse<WindowView> get(
            @Parameter(example = "acme") @PathParam("community") String community,
            @Parameter(example = "spring-festival") @PathParam("window") String window) {
        return Put.answer(view(windows.settings().get(community, window)));
    }

    @GET
    @Needs(Scope.ANALYTICS_READ)
    @Operation(summary = "List the community's named windows, by id")
    @APIResponse(responseCode = "200", description = "a page of them")
    public Page<WindowView> list(
            @Parameter(example = "acme") @PathParam("community") String community, @BeanParam Paging paging) {
        return windows.settings().page(community, paging).map(this::view);
    }

    private WindowView view(Setting<NamedWindow> setting) {
        return WindowView.of(setting, windows.compared(setting.community(), setting.value()));
    }
}
