package dev.hearth.analytics.export;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The items of a list, written one after the other: no more than one is held as text. A column of CSV is a field of the
 * items; a field within a field is called {@code outer.inner}, and several values of one field are separated by blanks.
 */
public final class Export {
    private static final String END = "\r\n";

    private final ObjectMapper json;
    private final List<?> items;

    public Export(ObjectMapper json, List<?> items) {
        this.json = json;
        this.items = List.copyOf(items);
    }

    public void write(ExportFormat format, OutputStream out) throws IOException {
        Writer writer = new BufferedWriter(new OutputStreamWriter(out, StandardCharsets.UTF_8));
        switch (format) {
            case CSV -> writeCsv(writer);
            case NDJSON -> writeNdjson(writer);
        }
        writer.flush();
    }

    private void writeNdjson(Writer out) throws IOException {
        for (Object item : items) {
            out.write(json.writeValueAsString(item));
            out.write('\n');
        }
    }

    private void writeCsv(Writer out) throws IOException {
        Set<String> columns = new LinkedHashSet<>();
        items.forEach(item -> columns.addAll(row(item).keySet()));
        if (columns.isEmpty()) {
            return;
        }
        out.write(columns.stream().map(Cells::text).collect(Collectors.joining(",")) + END);
        for (Object item : items) {
            Map<String, String> row = row(item);
            out.write(
                    columns.stream().map(column -> row.getOrDefault(column, "")).collect(Collectors.joining(","))
                            + END);
        }
    }

    private Map<String, String> row(Object item) {
        return Cells.of(json.<JsonNode>valueToTree(item));
    }
}
