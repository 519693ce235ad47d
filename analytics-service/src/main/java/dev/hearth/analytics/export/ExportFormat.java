package dev.hearth.analytics.export;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** As what a list can be had besides JSON. */
public enum ExportFormat {
    /** RFC 4180, with a header, in UTF-8. */
    CSV("text/csv", "text/csv; charset=utf-8; header=present"),
    /** A JSON object a line. */
    NDJSON("application/x-ndjson", "application/x-ndjson");

    private final String mediaType;
    private final String contentType;

    ExportFormat(String mediaType, String contentType) {
        this.mediaType = mediaType;
        this.contentType = contentType;
    }

    /** The word for the parameter {@code format}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String contentType() {
        return contentType;
    }

    public static Optional<ExportFormat> ofWord(String word) {
        return Arrays.stream(values())
                .filter(format -> format.word().equals(word))
                .findFirst();
    }

    /** The format that the header asks for before all others; empty if that is another. */
    public static Optional<ExportFormat> ofAccept(String accept) {
        String first = accept.split("[,;]", 2)[0].trim().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(format -> format.mediaType.equals(first))
                .findFirst();
    }

    public static String words() {
        return Arrays.stream(values()).map(ExportFormat::word).collect(Collectors.joining(", "));
    }
}
