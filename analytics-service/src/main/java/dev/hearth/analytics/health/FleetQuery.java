package dev.hearth.analytics.health;

import dev.hearth.platform.problem.QueryParameter;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** Which groups are ranked and how, as it came. */
public class FleetQuery {
    @QueryParam("sort")
    @Parameter(
            description = "by what",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {
                                "SCORE",
                                "ACTIVITY",
                                "STEADINESS",
                                "PARTICIPATION",
                                "STICKINESS",
                                "VALUE",
                                "EXIT"
                            },
                            defaultValue = "SCORE"),
            example = "VALUE")
    @Nullable
    public String sort;

    @QueryParam("coverage")
    @Parameter(
            description = "only groups that an operator leads (COVERED), or that none does (UNCOVERED)",
            schema =
                    @Schema(
                            implementation = String.class,
                            enumeration = {"COVERED", "UNCOVERED"}))
    @Nullable
    public String coverage;

    @QueryParam("outOfBand")
    @Parameter(
            description = "`true`: only groups that are cold or flooded now",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Nullable
    public String outOfBand;

    @QueryParam("before")
    @Parameter(
            description = "`true`: each group also as it did 28 days earlier, judged by the settings and the members of"
                    + " now",
            schema = @Schema(type = SchemaType.BOOLEAN, defaultValue = "false"))
    @Nullable
    public String before;

    /** Made out; fails with a problem that names the parameter at fault. */
    Wanted wanted() {
        return new Wanted(
                Objects.requireNonNullElse(QueryParameter.oneOf("sort", sort, HealthOrder.class), HealthOrder.SCORE),
                QueryParameter.oneOf("coverage", coverage, Coverage.class),
                QueryParameter.isTrue("outOfBand", outOfBand),
                QueryParameter.isTrue("before", before));
    }

    /**
     * Which groups, and what of them.
     *
     * @param order by what they are ranked
     * @param coverage only those; null for all
     * @param outOfBand only those that are cold or flooded
     * @param compared each beside how it did before
     */
    record Wanted(HealthOrder order, @Nullable Coverage coverage, boolean outOfBand, boolean compared) {
        boolean hasCoverage(GroupHealth health) {
            return coverage == null || health.isCovered() == (coverage == Coverage.COVERED);
        }
    }

    /** Whether an operator leads a group. */
    enum Coverage {
        COVERED,
        UNCOVERED
    }
}
