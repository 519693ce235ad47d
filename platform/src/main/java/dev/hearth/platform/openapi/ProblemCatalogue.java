package dev.hearth.platform.openapi;

import dev.hearth.platform.problem.ProblemType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.IndexView;

/** Every kind of problem that the service knows, from the enums of its features. */
record ProblemCatalogue(List<ProblemType> types) {
    static final String SCHEMA = "Problem";

    ProblemCatalogue {
        types = types.stream()
                .sorted(Comparator.comparingInt(ProblemType::status).thenComparing(ProblemType::uri))
                .toList();
    }

    static ProblemCatalogue of(IndexView index) {
        List<ProblemType> types = new ArrayList<>();
        for (ClassInfo catalogue : index.getAllKnownImplementations(ProblemType.class)) {
            types.addAll(constants(catalogue));
        }
        return new ProblemCatalogue(types);
    }

    private static List<ProblemType> constants(ClassInfo catalogue) {
        try {
            Class<?> type = Class.forName(
                    catalogue.name().toString(), true, Thread.currentThread().getContextClassLoader());
            Object[] constants = type.getEnumConstants();
            if (constants == null) {
                return List.of();
            }
            List<ProblemType> types = new ArrayList<>();
            for (Object constant : constants) {
                types.add((ProblemType) constant);
            }
            return types;
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("an indexed class is not on the class path: " + catalogue.name(), e);
        }
    }

    Schema schema() {
        return object("Problem details (RFC 9457)")
                .addProperty("type", text("which kind of problem, one of `x-problems`"))
                .addProperty("title", text("what went wrong, the same for every occurrence"))
                .addProperty("status", OASFactory.createSchema().addType(Schema.SchemaType.INTEGER))
                .addProperty("detail", text("what went wrong this time and what would be right"))
                .addProperty(
                        "errors",
                        OASFactory.createSchema()
                                .addType(Schema.SchemaType.ARRAY)
                                .items(field()))
                .addProperty("traceId", text("the trace to look up in the logs"))
                .required(List.of("type", "title", "status"))
                .extensions(Map.of("x-problems", described()));
    }

    private static Schema field() {
        return object("One field at fault")
                .addProperty(
                        "pointer",
                        text("JSON Pointer into the body, or `?name` for a query parameter, `{name}` for a path"
                                + " parameter, `name:` for a header"))
                .addProperty("detail", text("the value's fault and what would be right"))
                .required(List.of("pointer", "detail"));
    }

    private List<Map<String, Object>> described() {
        return types.stream()
                .map(type -> {
                    Map<String, Object> described = new LinkedHashMap<>();
                    described.put("type", type.uri());
                    described.put("status", type.status());
                    described.put("title", type.title());
                    return described;
                })
                .toList();
    }

    private static Schema object(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.OBJECT).description(description);
    }

    private static Schema text(String description) {
        return OASFactory.createSchema().addType(Schema.SchemaType.STRING).description(description);
    }
}
