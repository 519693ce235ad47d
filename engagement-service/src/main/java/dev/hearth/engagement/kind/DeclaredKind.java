package dev.hearth.engagement.kind;

import dev.hearth.platform.problem.FieldError;
import java.util.List;

/** A kind that a community declared, with the schema of its properties ready to be applied. */
record DeclaredKind(String id, PropertiesSchema schema) implements Kind {
    @Override
    public List<FieldError> faults(byte[] properties, String pointer) {
        return schema.faults(properties, pointer);
    }
}
