package dev.hearth.analytics.figure;

import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of all figures, as they came. */
public class FigureQuery {
    @QueryParam("from")
    @Parameter(
            description = "The first local day that is asked for. Of a week or month that has it, the whole is counted."
                    + " Default: the community's first day with data, but at most 1,000 periods before `to`.",
            schema = @Schema(implementation = String.class, format = "date"),
            example = "2026-03-01")
    @Nullable
    public String from;

    @QueryParam("to")
    @Parameter(
            description = "The last local day that is asked for. Default: the community's last day with data, or `from`"
                    + " if that is later.",
            schema = @Schema(implementation = String.class, format = "date"),
            example = "2026-03-31")
    @Nullable
    public String to;

    @QueryParam("group")
    @Parameter(description = "Only what was done in this group. Default: in any group or none.")
    @Nullable
    public String group;

    @QueryParam("kind")
    @Parameter(
            description = "Only acts of this kind; several (`kind=a&kind=b`, up to 50) count who did any of them."
                    + " Default: all kinds.")
    public List<String> kinds = new ArrayList<>();
}
