package dev.hearth.platform.openapi;

import dev.hearth.platform.identity.Needs;
import dev.hearth.platform.identity.Scope;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.IndexView;

/**
 * Adds to each operation what follows from the platform: its scope, from {@code @Needs}, and the problems it can
 * answer, from its form. So resources describe only what is their own.
 */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public final class OperationContract implements OASFilter {
    static final String BEARER = "bearer";

    private final Map<String, Scope> scopes = new HashMap<>();
    private final ProblemCatalogue catalogue;
    private final RequiredProperties required;

    /** @param index the classes of the service */
    public OperationContract(IndexView index) {
        for (AnnotationInstance needs : index.getAnnotations(Needs.class)) {
            String type = needs.target().asMethod().declaringClass().name().withoutPackagePrefix();
            scopes.put(
                    type + "_" + needs.target().asMethod().name(),
                    Scope.valueOf(needs.value().asEnum()));
        }
        catalogue = ProblemCatalogue.of(index);
        required = new RequiredProperties(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = Optional.ofNullable(api.getComponents()).orElseGet(OASFactory::createComponents);
        components.addSecurityScheme(
                BEARER,
                OASFactory.createSecurityScheme()
                        .type(SecurityScheme.Type.HTTP)
                        .scheme("bearer")
                        .bearerFormat("JWT")
                        .description("OIDC access token with the claims `sub`, `scope` (words), `communities` (ids, or"
                                + " `*`) and, on a member's own token, `member`"));
        Optional.ofNullable(components.getSchemas()).ifPresent(required::addTo);
        components.addSchema(ProblemCatalogue.SCHEMA, catalogue.schema());
        api.setComponents(components);
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths().getPathItems().values().forEach(this::describe);
        }
    }

    private void describe(PathItem path) {
        path.getOperations().values().forEach(operation -> describe(path, operation));
    }

    private void describe(PathItem path, Operation operation) {
        Scope scope = operation.getOperationId() == null ? null : scopes.get(operation.getOperationId());
        if (scope != null) {
            operation.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER, scope.claim())));
        }
        ProblemResponses.add(operation, parameters(path, operation));
    }

    private static List<Parameter> parameters(PathItem path, Operation operation) {
        List<Parameter> parameters = new ArrayList<>();
        Optional.ofNullable(path.getParameters()).ifPresent(parameters::addAll);
        Optional.ofNullable(operation.getParameters()).ifPresent(parameters::addAll);
        return parameters;
    }
}
