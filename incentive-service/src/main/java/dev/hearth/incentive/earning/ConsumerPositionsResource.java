package dev.hearth.incentive.earning;

import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.inbox.ConsumerPositions;
import dev.hearth.platform.inbox.ConsumerPositionsView;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** How far the books are, over HTTP. */
@Path("/consumer-positions")
@Tag(name = "operations")
class ConsumerPositionsResource {
    private final ConsumerPositions positions;

    ConsumerPositionsResource(ConsumerPositions positions) {
        this.positions = positions;
    }

    @GET
    @Needs(Scope.OPERATIONS_READ)
    @Operation(
            summary = "Tell how far hearth.engagement, hearth.member and hearth.signal have been applied",
            description = "The ends are asked from the broker on each call. Lag 0 after an event was acknowledged means"
                    + " that the books have it.")
    public Uni<ConsumerPositionsView> now() {
        return positions.now();
    }
}
