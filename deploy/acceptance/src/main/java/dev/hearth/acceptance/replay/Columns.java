package dev.hearth.acceptance.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Which column of the file is what, by the names in its first line. */
final class Columns {
    private static final List<String> NEEDED = List.of("id", "ts", "user", "kind");

    private final Map<String, Integer> places;
    private final int count;

    Columns(List<String> header) {
        this.places = new HashMap<>();
        for (int place = 0; place < header.size(); place++) {
            places.put(header.get(place).strip(), place);
        }
        this.count = header.size();
        for (String name : NEEDED) {
            if (!places.containsKey(name)) {
                throw new UnreadableFile("the first line must name the columns id, ts, user and kind"
                        + " (also read: target, obj, value, group); " + name + " is missing");
            }
        }
    }

    Row row(List<String> fields) {
        if (fields.size() != count) {
            throw new UnreadableFile("has " + fields.size() + " fields, the first line has " + count);
        }
        return new Row(
                needed(fields, "id"),
                time(needed(fields, "ts")),
                needed(fields, "user"),
                needed(fields, "kind"),
                field(fields, "target"),
                field(fields, "obj"),
                amount(field(fields, "value")),
                field(fields, "group"));
    }

    private String needed(List<String> fields, String name) {
        String value = field(fields, name);
        if (value == null) {
            throw new UnreadableFile("has no " + name);
        }
        return value;
    }

    private @Nullable String field(List<String> fields, String name) {
        Integer place = places.get(name);
        return place == null || fields.get(place).isEmpty() ? null : fields.get(place);
    }

    private static Instant time(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException e) {
            throw new UnreadableFile("ts is not an RFC 3339 time in UTC, such as 2004-04-15T14:56:01.000Z: " + text, e);
        }
    }

    private static @Nullable Long amount(@Nullable String text) {
        try {
            return text == null ? null : Long.valueOf(text);
        } catch (NumberFormatException e) {
            throw new UnreadableFile("value is not a whole number: " + text, e);
        }
    }
}
