package dev.hearth.platform.openapi;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import dev.hearth.platform.problem.ProblemType;
import dev.hearth.platform.problem.RequestProblem;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.jboss.jandex.Index;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class OperationContractTest {
    private final Operation reading = OASFactory.createOperation()
            .operationId("OperationContractTest$Tills_read")
            .addParameter(OASFactory.createParameter().name("till").in(Parameter.In.PATH));
    private final Operation changing = OASFactory.createOperation()
            .operationId("OperationContractTest$Tills_change")
            .requestBody(OASFactory.createRequestBody())
            .addParameter(OASFactory.createParameter().name("If-Match").in(Parameter.In.HEADER))
            .responses(OASFactory.createAPIResponses()
                    .addAPIResponse("200", OASFactory.createAPIResponse().description("the till"))
                    .addAPIResponse("409", OASFactory.createAPIResponse().description("the till is shut")));
    private final OpenAPI api = described();

    private OpenAPI described() {
        OpenAPI described = OASFactory.createOpenAPI()
                .components(OASFactory.createComponents()
                        .addSchema("Coin", schemaOf("value", "mint"))
                        .addSchema("PurseCoin", schemaOf("coins", "owner")))
                .paths(OASFactory.createPaths()
                        .addPathItem(
                                "/tills/{till}",
                                OASFactory.createPathItem().GET(reading).PUT(changing)));
        try {
            Index index = Index.of(Tills.class, ProblemType.class, RequestProblem.class, Coin.class, Purse.class);
            new OperationContract(index).filterOpenAPI(described);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
        return described;
    }

    @Test
    void namesTheScopeOfEachOperation() {
        assertThat(reading.getSecurity().getFirst().getScheme("bearer")).containsExactly("analytics:read");
        assertThat(changing.getSecurity().getFirst().getScheme("bearer")).containsExactly("incentives:write");
        assertThat(api.getComponents().getSecuritySchemes()).containsOnlyKeys("bearer");
    }

    @Test
    void describesTheProblemsThatFollowFromTheForm() {
        assertThat(reading.getResponses().getAPIResponses().keySet())
                .containsExactlyInAnyOrder("400", "401", "403", "404", "406", "503");
        assertThat(changing.getResponses().getAPIResponses().keySet())
                .containsExactlyInAnyOrder(
                        "200", "400", "401", "403", "406", "409", "412", "413", "415", "422", "428", "503");
    }

    @Test
    void givesEveryProblemItsMediaTypeAndLeavesSuccessesAlone() {
        assertThat(content("409").keySet()).containsExactly("application/problem+json");
        assertThat(changing.getResponses().getAPIResponse("409").getDescription())
                .isEqualTo("the till is shut");
        assertThat(changing.getResponses().getAPIResponse("200").getContent()).isNull();
        assertThat(changing.getResponses().getAPIResponse("503").getHeaders()).containsOnlyKeys("Retry-After");
    }

    @Test
    @SuppressWarnings("unchecked")
    void listsTheCatalogueOfProblems() {
        List<Map<String, Object>> problems =
                (List<Map<String, Object>>) schema("Problem").getExtensions().get("x-problems");

        assertThat(problems)
                .hasSameSizeAs(RequestProblem.values())
                .contains(Map.of(
                        "type", "/problems/unknown-community", "status", 404, "title", "There is no such community"));
    }

    @Test
    void requiresWhatIsNotNullableAlsoInGenericRecords() {
        assertThat(schema("Coin").getRequired()).containsExactly("value");
        assertThat(schema("PurseCoin").getRequired()).containsExactly("coins");
    }

    private Schema schema(String name) {
        return requireNonNull(api.getComponents().getSchemas().get(name));
    }

    private static Schema schemaOf(String... properties) {
        Schema schema = OASFactory.createSchema();
        for (String property : properties) {
            schema.addProperty(property, OASFactory.createSchema());
        }
        return schema;
    }

    private Map<String, ?> content(String status) {
        APIResponse response = changing.getResponses().getAPIResponse(status);
        return response.getContent().getMediaTypes();
    }

    record Coin(int value, @Nullable String mint) {}

    record Purse<T>(List<T> coins, @Nullable String owner) {}

    /** Stands for a resource; only its annotations are read. */
    static final class Tills {
        @Needs(Scope.ANALYTICS_READ)
        void read() {}

        @Needs(Scope.INCENTIVES_WRITE)
        void change() {}
    }
}
