package dev.hearth.platform.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.UnreadableEventException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The committed schemas and examples say what the records are; and they change by addition only. */
class SchemaTest {
    private static final String UPDATE = "hearth.contracts.update";
    private static final String COMMAND =
            "mvn -pl platform -am test -Dtest=SchemaTest -Dsurefire.failIfNoSpecifiedTests=false -D" + UPDATE + "=true";
    private static final RecordDocs DOCS = new RecordDocs(Path.of("src/main/java"));

    static List<Class<? extends Record>> contracts() {
        return Contracts.records();
    }

    @BeforeAll
    static void updateIfAsked() throws IOException {
        if (Boolean.getBoolean(UPDATE)) {
            for (Class<? extends Record> contract : contracts()) {
                Files.writeString(Contracts.schema(contract), exported(contract));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theCommittedSchemaIsThatOfTheRecord(Class<? extends Record> contract) {
        assertThat(Contracts.schema(contract))
                .as("The contract %s has changed. Look at the change, then: %s", Contracts.type(contract), COMMAND)
                .exists()
                .hasContent(exported(contract));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theExampleIsValidAndShowsEveryProperty(Class<? extends Record> contract) {
        JsonNode schema = Contracts.json(exported(contract));
        JsonNode example = Contracts.json(Contracts.text(Contracts.example(contract)));

        assertThat(Schemas.faults(schema, example)).isEmpty();
        assertThat(example.fieldNames())
                .toIterable()
                .containsExactlyElementsOf(() -> schema.path("properties").fieldNames());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theExampleReadsBackIntoAnEqualRecord(Class<? extends Record> contract) {
        byte[] example = Contracts.text(Contracts.example(contract)).getBytes(UTF_8);

        Record read = ContractJson.read(example, contract);
        byte[] written = ContractJson.write(read);

        assertThat(ContractJson.read(written, contract)).isEqualTo(read);
        assertThat(Contracts.json(new String(written, UTF_8))).isEqualTo(Contracts.json(new String(example, UTF_8)));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aReaderRefusesAnEventThatLacksWhatIsRequired(Class<? extends Record> contract) {
        JsonNode example = Contracts.json(Contracts.text(Contracts.example(contract)));

        for (JsonNode required : Contracts.json(exported(contract)).path("required")) {
            ObjectNode lacking = example.deepCopy();
            lacking.remove(required.asText());
            ObjectNode nulled = lacking.deepCopy();
            nulled.putNull(required.asText());

            assertUnreadable(lacking, contract);
            assertUnreadable(nulled, contract);
        }
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void aReaderDoesWithoutWhatIsOptional(Class<? extends Record> contract) {
        JsonNode schema = Contracts.json(exported(contract));
        ObjectNode least =
                Contracts.json(Contracts.text(Contracts.example(contract))).deepCopy();
        Set<String> required = new HashSet<>();
        schema.path("required").forEach(name -> required.add(name.asText()));
        least.retain(required);

        assertThat(Schemas.faults(schema, least)).isEmpty();
        assertThat(Contracts.json(new String(
                        ContractJson.write(ContractJson.read(least.toString().getBytes(UTF_8), contract)), UTF_8)))
                .isEqualTo(least);
    }

    /** A contract that is gone takes its files with it; that it may go is for people to decide. */
    @Test
    void thereIsASchemaAndAnExampleForEachContractAndNoOther() {
        List<String> names = contracts().stream().map(Contracts::fileName).toList();

        assertThat(names).isNotEmpty().doesNotHaveDuplicates();
        assertThat(Contracts.jsonFilesIn(Contracts.FOLDER)).containsExactlyElementsOf(names);
        assertThat(Contracts.jsonFilesIn(Contracts.EXAMPLES)).containsExactlyElementsOf(names);
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void theSchemaBreaksNoReaderOfTheLastCommittedOne(Class<? extends Record> contract, TestReporter reporter) {
        String now = exported(contract);
        Path file = Contracts.schema(contract);
        String before = switch (new History(Path.of("")).before(file, now)) {
            case History.Earlier(String commit, String text) -> text;
            case History.NoEarlier() -> now;
            case History.Unknown(String reason) -> {
                reporter.publishEntry(file + " is compared with its present file only", reason);
                yield Contracts.text(file);
            }
        };

        List<String> breaks = SchemaCompatibility.breaks(Contracts.json(before), Contracts.json(now));

        if (!breaks.isEmpty()) {
            fail(Contracts.type(contract) + " breaks its readers; publish a new type (.v2) beside it instead:\n"
                    + String.join("\n", breaks));
        }
    }

    private static void assertUnreadable(JsonNode json, Class<? extends Record> contract) {
        assertThatThrownBy(() -> ContractJson.read(json.toString().getBytes(UTF_8), contract))
                .as("%s", json)
                .isInstanceOf(UnreadableEventException.class);
    }

    private static String exported(Class<? extends Record> contract) {
        return Contracts.printed(SchemaExport.of(contract, DOCS));
    }
}
