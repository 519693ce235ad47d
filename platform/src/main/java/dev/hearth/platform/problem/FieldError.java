package dev.hearth.platform.problem;

/**
 * What is wrong with one field.
 *
 * @param pointer JSON Pointer into the body ({@code /events/3/kind}), or {@code ?name} for a query, {@code {name}} for
 *     a path parameter and {@code name:} for a header
 * @param detail the value's fault and what would be right
 */
public record FieldError(String pointer, String detail) {
    /** The pointer in words: the empty one is the whole body. */
    String where() {
        return pointer.isEmpty() ? "the body" : pointer;
    }

    public static FieldError parameter(String name, String detail) {
        return new FieldError("?" + name, detail);
    }

    public static FieldError path(String name, String detail) {
        return new FieldError("{" + name + "}", detail);
    }

    public static FieldError header(String name, String detail) {
        return new FieldError(name + ":", detail);
    }
}
