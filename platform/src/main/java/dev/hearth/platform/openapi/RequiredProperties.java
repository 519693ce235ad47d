package dev.hearth.platform.openapi;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.RecordComponentInfo;
import org.jspecify.annotations.Nullable;

/**
 * Which properties a body must have: the components of its record that are not {@code @Nullable}. So null-safety is
 * said once, in the record, and holds for the interface too.
 */
final class RequiredProperties {
    private static final String OURS = "dev.hearth.";
    private static final DotName NULLABLE = DotName.createSimple("org.jspecify.annotations.Nullable");

    private final Map<String, ClassInfo> records = new HashMap<>();

    RequiredProperties(IndexView index) {
        Set<String> ambiguous = new HashSet<>();
        for (ClassInfo record : index.getKnownClasses()) {
            String name = record.simpleName();
            if (record.isRecord() && record.name().toString().startsWith(OURS) && records.put(name, record) != null) {
                ambiguous.add(name);
            }
        }
        records.keySet().removeAll(ambiguous);
    }

    void addTo(Map<String, Schema> schemas) {
        schemas.forEach((name, schema) -> {
            ClassInfo record = recordOf(name, schemas.keySet());
            if (record != null && schema.getProperties() != null) {
                schema.setRequired(required(record, schema));
            }
        });
    }

    /** The schema of a {@code Page<MemberView>} is called {@code PageMemberView}. */
    private @Nullable ClassInfo recordOf(String schema, Set<String> schemas) {
        if (records.containsKey(schema)) {
            return records.get(schema);
        }
        return schemas.stream()
                .filter(argument -> schema.endsWith(argument) && !schema.equals(argument))
                .map(argument -> records.get(schema.substring(0, schema.length() - argument.length())))
                .filter(generic -> generic != null && !generic.typeParameters().isEmpty())
                .findFirst()
                .orElse(null);
    }

    private static List<String> required(ClassInfo record, Schema schema) {
        Set<String> required = new LinkedHashSet<>();
        if (schema.getRequired() != null) {
            required.addAll(schema.getRequired());
        }
        for (RecordComponentInfo component : record.recordComponents()) {
            if (!component.type().hasAnnotation(NULLABLE)
                    && schema.getProperties().containsKey(component.name())) {
                required.add(component.name());
            }
        }
        return new ArrayList<>(required);
    }
}
