package dev.hearth.analytics.export;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.Chars;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class ExportTest {
    record Item(String name, long count, @Nullable Double share, List<String> tags, Map<String, Integer> by) {}

    @Example
    void writesAHeaderAndALineForEachItem() throws IOException {
        assertThat(csv(
                        new Item("ann", -3, 0.5, List.of("a", "b"), Map.of("x", 1)),
                        new Item("b,\"c\"", 4, null, List.of(), Map.of())))
                .isEqualTo("name,count,share,tags,by.x\r\nann,-3,0.5,a b,1\r\n\"b,\"\"c\"\"\",4,,,\r\n");
    }

    @Example
    void keepsATextFromBeingAFormulaButNotANumber() throws IOException {
        assertThat(csv(new Item("=SUM(A1)", -1, -0.5, List.of("@x"), Map.of()))).endsWith("'=SUM(A1),-1,-0.5,'@x\r\n");
        for (String formula : List.of("+1", "-1", "@a", "=a", "\ta", "\ra")) {
            assertThat(read(csv(new Item(formula, 0, null, List.of(), Map.of())))
                            .get(1)
                            .getFirst())
                    .isEqualTo("'" + formula);
        }
    }

    @Example
    void writesAnObjectALine() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : written(ExportFormat.NDJSON, List.of(Map.of("a", "x\ny"), Map.of("a", "z")))
                .lines()
                .toList()) {
            lines.add(new ObjectMapper().readTree(line));
        }
        assertThat(lines).extracting(line -> line.path("a").asText()).containsExactly("x\ny", "z");
    }

    /** A reader of RFC 4180 gets back what was written. */
    @Property
    void losesNothing(
            @ForAll @Size(max = 5)
                    List<@Chars({',', '"', '\r', '\n', ' '}) @CharRange(from = 'a', to = 'c') String> names)
            throws IOException {
        Item[] items = names.stream()
                .map(name -> new Item(name, 1, null, List.of(), Map.of()))
                .toArray(Item[]::new);
        List<List<String>> rows = read(csv(items));
        assertThat(rows.stream().skip(1).map(List::getFirst).toList())
                .isEqualTo(names.stream().map(ExportTest::harmless).toList());
    }

    private static String harmless(String name) {
        return name.startsWith("\r") ? "'" + name : name;
    }

    /** By the grammar of RFC 4180, one character after the other. */
    private static List<List<String>> read(String csv) {
        List<List<String>> rows = new ArrayList<>();
        List<String> row = new ArrayList<>();
        StringBuilder cell = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < csv.length(); i++) {
            char c = csv.charAt(i);
            if (quoted) {
                if (c != '"') {
                    cell.append(c);
                } else if (i + 1 < csv.length() && csv.charAt(i + 1) == '"') {
                    cell.append('"');
                    i++;
                } else {
                    quoted = false;
                }
            } else if (c == '"') {
                quoted = true;
            } else if (c == ',') {
                row.add(cell.toString());
                cell.setLength(0);
            } else if (c == '\r') {
                row.add(cell.toString());
                cell.setLength(0);
                rows.add(row);
                row = new ArrayList<>();
                i++;
            } else {
                cell.append(c);
            }
        }
        return rows;
    }

    private static String csv(Item... items) throws IOException {
        return written(ExportFormat.CSV, List.of(items));
    }

    private static String written(ExportFormat format, List<?> items) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        new Export(new ObjectMapper(), items).write(format, out);
        return out.toString(StandardCharsets.UTF_8);
    }
}
