package dev.hearth.analytics.figure;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.population.Planted;
import jakarta.ws.rs.QueryParam;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
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

    @QueryParam("tag")
    @Parameter(
            description =
                    "Only acts of members who have this tag now; several (`tag=a&tag=b`, up to 20): who have all of"
                            + " them. Default: any.")
    public List<String> tags = new ArrayList<>();

    @QueryParam("minLevel")
    @Parameter(
            description = "Only acts of members whose level is now this or higher.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1000"))
    @Nullable
    public String minLevel;

    @QueryParam("maxLevel")
    @Parameter(
            description = "Only acts of members whose level is now this or lower.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "0", maximum = "1000"))
    @Nullable
    public String maxLevel;

    @QueryParam("audience")
    @Parameter(
            description = "`TARGET`: only acts of the community's target audience, as `target-audience` says it now;"
                    + " tags and levels narrow it further.",
            schema = @Schema(implementation = WhoseActs.class, defaultValue = "ALL"))
    @Nullable
    public String audience;

    @QueryParam("planted")
    @Parameter(
            description = "What becomes of accounts that operators run (托儿): they count nowhere, as anybody, or alone.",
            schema = @Schema(implementation = Planted.class, defaultValue = "EXCLUDED"))
    @Nullable
    public String planted;

    @QueryParam("namedWindow")
    @Parameter(
            description = "A named window of the community, in place of `from` and `to`. Once the window is over, each"
                    + " answer is kept as a version (header `As-Of-Version`): late data makes the next one. Not"
                    + " kept is what has more than 8 MiB.")
    @Nullable
    public String namedWindow;

    @QueryParam("baseline")
    @Parameter(
            description = "`true`: the same over the days that the window is compared with, with difference and ratio.",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Nullable
    public String baseline;

    @QueryParam("asOfVersion")
    @Parameter(
            description = "The answer for the window as it was kept as this version, byte for byte.",
            schema = @Schema(type = SchemaType.INTEGER, minimum = "1"))
    @Nullable
    public String asOfVersion;

    @QueryParam("format")
    @Parameter(
            description = "`csv` or `ndjson`: the items alone, streamed; as `Accept: text/csv` and"
                    + " `Accept: application/x-ndjson` do.",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"json", "csv", "ndjson"},
                            defaultValue = "json"))
    @Nullable
    public String format;

    private boolean named;

    /** Asks for a window's days, once: whoever looks at the days finds them as if they had been asked for. */
    void name(DaySpan days) {
        from = days.first().toString();
        to = days.last().toString();
        named = true;
    }

    boolean isNamed() {
        return named;
    }

    /** The same question over other days. */
    public FigureQuery over(DaySpan days) {
        FigureQuery other = new FigureQuery();
        other.from = days.first().toString();
        other.to = days.last().toString();
        other.group = group;
        other.kinds = kinds;
        other.tags = tags;
        other.minLevel = minLevel;
        other.maxLevel = maxLevel;
        other.audience = audience;
        other.planted = planted;
        return other;
    }
}
