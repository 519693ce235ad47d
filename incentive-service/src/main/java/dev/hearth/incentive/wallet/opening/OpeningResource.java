package dev.hearth.incentive.wallet.opening;

import dev.hearth.incentive.task.TaskView;
import dev.hearth.platform.idempotency.IdempotencyKey;
import dev.hearth.platform.idempotency.KeyedPost;
import dev.hearth.platform.identity.CurrentCaller;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** Opening balances over HTTP. */
@Path("/communities/{community}/opening-imports/{import}")
@Tag(name = "opening-imports")
class OpeningResource {
    private static final String NDJSON = "application/x-ndjson";
    private static final int MAX_PARTS = 10_000;

    private final Opening opening;
    private final KeyedPost once;
    private final CurrentCaller caller;

    OpeningResource(Opening opening, KeyedPost once, CurrentCaller caller) {
        this.opening = opening;
        this.once = once;
        this.caller = caller;
    }

    /** That all has been sent. */
    @Schema(name = "BookOpeningImport", examples = "{\"rows\": 1}")
    record BookOpeningImport(
            @Schema(
                    description = "how many rows were sent: refused if others are here; left out: not checked",
                    minimum = "1",
                    examples = "1")
            @Nullable
            Long rows) {
        static final BookOpeningImport UNCHECKED = new BookOpeningImport(null);
    }

    @PUT
    @Path("/parts/{part}")
    @Consumes(NDJSON)
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Send a part of an import of opening balances: up to 1,000 rows, one a line",
            description =
                    "Parts are numbered 1 to 10,000 by the caller. One that is sent again replaces what it was, until"
                            + " the import is booked: so an upload that broke off goes on with the part that got no answer. Nothing"
                            + " moves yet.")
    @APIResponse(
            responseCode = "200",
            description = "it is here",
            content =
                    @Content(
                            mediaType = "application/json",
                            schema = @Schema(implementation = OpeningImportView.class)))
    public Uni<OpeningImportView> put(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("import") @Parameter(example = "move-2026") String id,
            @PathParam("part") @Parameter(example = "1") String part,
            @RequestBody(
                            content =
                                    @Content(
                                            mediaType = NDJSON,
                                            schema = @Schema(implementation = String.class, examples = """
                                            {"id": "row-1", "memberId": "ada", "currency": "points", "amount": 120}
                                            """)))
                    String body) {
        return opening.put(
                community,
                id,
                number(part),
                Check.present("", body),
                caller.get().subject());
    }

    @GET
    @Needs(Scope.INCENTIVES_READ)
    @Operation(summary = "Read how much of an import is here, and which task books it")
    public Uni<OpeningImportView> get(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("import") @Parameter(example = "move-2026") String id) {
        return opening.get(community, id);
    }

    @POST
    @Path("/bookings")
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(
            summary = "Have an import booked, once",
            description =
                    "By a task that goes on by itself after a restart. A row whose id was booked before, by whatever"
                            + " import, is not booked again.")
    @APIResponse(
            responseCode = "202",
            description = "taken on: Location is the task",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = TaskView.class)))
    public Uni<Response> book(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("import") @Parameter(example = "move-2026") String id,
            @BeanParam IdempotencyKey key,
            @Nullable BookOpeningImport body,
            UriInfo uri) {
        BookOpeningImport said = Objects.requireNonNullElse(body, BookOpeningImport.UNCHECKED);
        String who = caller.get().subject();
        return once.once(key, said, uri, connection -> opening.start(connection, community, id, said.rows(), who));
    }

    private static int number(String part) {
        try {
            int number = Integer.parseInt(part);
            if (number >= 1 && number <= MAX_PARTS) {
                return number;
            }
        } catch (NumberFormatException e) {
            // told below
        }
        throw new ProblemException(
                RequestProblem.INVALID_PARAMETER, FieldError.path("part", "must be a number from 1 to " + MAX_PARTS));
    }
}
