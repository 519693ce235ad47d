package dev.hearth.incentive.coupon;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.platform.idempotency.Answer;
import dev.hearth.platform.idempotency.IdempotencyKey;
import dev.hearth.platform.idempotency.KeyedPost;
import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.Check;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.Parameter;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** Coupon codes over HTTP. What was added is not read back: a code is for who redeems it. */
@Path("/communities/{community}/rewards/{reward}/code-batches")
@Tag(name = "rewards")
class CodeBatchResource {
    private static final String LINES = "application/x-ndjson";

    private final CouponIssue issue;
    private final KeyedPost once;
    private final ObjectMapper mapper;

    CodeBatchResource(CouponIssue issue, KeyedPost once, ObjectMapper mapper) {
        this.issue = issue;
        this.once = once;
        this.mapper = mapper;
    }

    @POST
    @Consumes(MediaType.APPLICATION_JSON)
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(summary = "Add codes to a coupon", description = """
                    Up to 5,000 a request, those of a partner or new ones; send as many requests as it takes. Codes \
                    that are there already stay as they are, so a batch can be sent again. New ones are drawn from a \
                    cryptographic generator, in symbols that cannot be taken for one another.""")
    @RequestBody(
            required = true,
            content = {
                @Content(
                        mediaType = MediaType.APPLICATION_JSON,
                        schema = @Schema(implementation = AddCodes.class),
                        examples = {
                            @ExampleObject(name = "upload", value = AddCodes.UPLOAD),
                            @ExampleObject(name = "generate", value = AddCodes.GENERATE)
                        }),
                @Content(
                        mediaType = LINES,
                        schema = @Schema(type = SchemaType.STRING),
                        examples = @ExampleObject(name = "lines", value = CodeLines.EXAMPLE))
            })
    @APIResponse(
            responseCode = "200",
            description = "added",
            content = @Content(mediaType = "application/json", schema = @Schema(implementation = CodeBatchView.class)))
    @APIResponse(responseCode = "409", description = "the reward is no coupon")
    public Uni<Response> add(
            @PathParam("community") @Parameter(example = "acme") String community,
            @PathParam("reward") @Parameter(example = "tea-voucher") String reward,
            AddCodes body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        return addCodes(community, reward, Check.present("", body), key, uri);
    }

    @POST
    @Consumes(LINES)
    @Needs(Scope.INCENTIVES_WRITE)
    @Operation(hidden = true)
    public Uni<Response> addLines(
            @PathParam("community") String community,
            @PathParam("reward") String reward,
            String body,
            @BeanParam IdempotencyKey key,
            UriInfo uri) {
        return addCodes(community, reward, CodeLines.read(Check.present("", body), mapper), key, uri);
    }

    private Uni<Response> addCodes(String community, String reward, AddCodes asked, IdempotencyKey key, UriInfo uri) {
        CodeBatch batch = asked.batch();
        return once.once(
                key,
                asked,
                uri,
                connection -> issue.add(connection, community, reward, batch).map(Answer::ok));
    }
}
