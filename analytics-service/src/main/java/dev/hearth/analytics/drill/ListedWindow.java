package dev.hearth.analytics.drill;

import dev.hearth.analytics.figure.Asked;
import dev.hearth.analytics.figure.FigureQuery;
import dev.hearth.analytics.figure.Inquiry;
import jakarta.ws.rs.QueryParam;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameter of lists of members that says of which period's figure they are, as it came. */
public class ListedWindow {
    private static final String NAME = "window";

    @QueryParam(NAME)
    @Parameter(
            description = "The day, ISO week or month: the `period` of the figure.",
            required = true,
            schema = @Schema(implementation = String.class),
            example = "2026-W11")
    @Nullable
    String window;

    /** Fails with a problem that names the parameter. */
    public WindowName name() {
        return WindowName.of(NAME, window);
    }

    /** The question of {@code query} for the window; see {@link WindowQuery}. */
    public Asked ask(Inquiry inquiry, String community, FigureQuery query) {
        return WindowQuery.ask(inquiry, community, NAME, name(), query);
    }
}
