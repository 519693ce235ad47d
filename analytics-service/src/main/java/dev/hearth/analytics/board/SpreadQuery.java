package dev.hearth.analytics.board;

import dev.hearth.platform.problem.QueryParameter;
import jakarta.ws.rs.QueryParam;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.jspecify.annotations.Nullable;

/** The query parameters of distributions, as they came: of a board, and over whom. */
class SpreadQuery extends BoardQuery {
    @QueryParam("over")
    @Parameter(
            description = "Over whom it is spread: those who have anything of it, or also those who were active and got"
                    + " nothing.",
            schema = @Schema(implementation = Spread.class, defaultValue = "RECEIVERS"))
    @Nullable
    String over;

    /** Fails with a problem that names the parameter. */
    Spread spread() {
        return Objects.requireNonNullElse(QueryParameter.oneOf("over", over, Spread.class), Spread.RECEIVERS);
    }
}
