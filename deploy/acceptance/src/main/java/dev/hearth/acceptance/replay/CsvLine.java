package dev.hearth.acceptance.replay;

import java.util.ArrayList;
import java.util.List;

/** One line of comma-separated values, RFC 4180 without line breaks inside a field. */
final class CsvLine {
    private final String line;
    private final List<String> fields = new ArrayList<>(8);
    private int at;

    private CsvLine(String line) {
        this.line = line;
    }

    static List<String> fields(String line) {
        if (line.indexOf('"') < 0) {
            return List.of(line.split(",", -1));
        }
        CsvLine parse = new CsvLine(line);
        parse.all();
        return parse.fields;
    }

    private void all() {
        while (at <= line.length()) {
            fields.add(at < line.length() && line.charAt(at) == '"' ? quoted() : plain());
            if (at < line.length() && line.charAt(at) != ',') {
                throw new UnreadableFile("a quote is closed in the middle of a field");
            }
            at++;
        }
    }

    private String plain() {
        int comma = line.indexOf(',', at);
        int end = comma < 0 ? line.length() : comma;
        String field = line.substring(at, end);
        at = end;
        return field;
    }

    private String quoted() {
        StringBuilder field = new StringBuilder();
        at++;
        while (true) {
            int quote = line.indexOf('"', at);
            if (quote < 0) {
                throw new UnreadableFile("a quote is not closed on its line");
            }
            field.append(line, at, quote);
            at = quote + 1;
            if (at >= line.length() || line.charAt(at) != '"') {
                return field.toString();
            }
            field.append('"');
            at++;
        }
    }
}
