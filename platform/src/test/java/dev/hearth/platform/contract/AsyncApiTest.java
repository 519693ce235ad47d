package dev.hearth.platform.contract;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.contract.answer.AnswerState;
import dev.hearth.contract.engagement.EventKindState;
import dev.hearth.contract.setting.SettingState;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.KafkaCodec;
import java.io.IOException;
import java.io.Reader;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.stream.Stream;
import org.apache.kafka.common.header.Header;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The AsyncAPI document says what the records, the topics and the codec do: no less, no more. */
class AsyncApiTest {
    private static final Map<Class<?>, String> OWN_KEYS =
            Map.of(EventKindState.class, "ofKind", SettingState.class, "ofSetting", AnswerState.class, "ofAnswer");
    private static final Path TOPICS = Path.of("../deploy/kafka/topics.properties");
    private static final String DEAD_LETTER = "dead-letter";
    private final AsyncApi api = AsyncApi.committed();

    static List<Class<? extends Record>> contracts() {
        return Contracts.records();
    }

    @Test
    void describesEveryTopicAndNoOther() throws IOException {
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(TOPICS)) {
            properties.load(reader);
        }

        assertThat(api.messagesByTopic().keySet())
                .containsExactlyInAnyOrder(properties.getProperty("topics").split(","));
    }

    @Test
    void putsEveryContractOnItsTopicAndNothingElse() {
        api.messagesByTopic()
                .forEach(
                        (topic, messages) -> assertThat(messages).as(topic).containsExactlyInAnyOrder(expected(topic)));
        assertThat(api.messageNames())
                .containsExactlyInAnyOrderElementsOf(
                        Stream.concat(contracts().stream().map(Contracts::type), Stream.of(DEAD_LETTER))
                                .toList());
    }

    @Test
    void readsEveryChannel() {
        List<String> read = new ArrayList<>();
        api.root()
                .path("operations")
                .forEach(operation ->
                        read.add(operation.path("channel").path("$ref").asText()));

        assertThat(read)
                .containsExactlyInAnyOrderElementsOf(api.root().path("channels").properties().stream()
                        .map(channel -> "#/channels/" + channel.getKey())
                        .toList());
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void refersToTheSchemaOfTheContract(Class<? extends Record> contract) {
        String reference = api.message(Contracts.type(contract))
                .path("payload")
                .path("schema")
                .path("$ref")
                .asText();

        JsonNode schema = Contracts.json(Contracts.text(Contracts.FOLDER.resolve(reference)));

        assertThat(schema.path("$id").asText()).isEqualTo(CloudEvent.schemaOf(Contracts.type(contract)));
    }

    @ParameterizedTest
    @MethodSource("contracts")
    void saysByWhatTheContractIsKeyed(Class<? extends Record> contract) {
        List<String> components = Arrays.stream(contract.getRecordComponents())
                .map(component -> component.getName())
                .toList();
        String key = components.contains("memberId")
                ? "ofMember"
                : components.contains("groupId")
                        ? "ofGroup"
                        : components.contains("metric") ? "ofMetric" : OWN_KEYS.getOrDefault(contract, "ofCommunity");

        assertThat(api.message(Contracts.type(contract)).path("traits").findValuesAsText("$ref"))
                .containsExactly("#/components/messageTraits/event", "#/components/messageTraits/" + key);
    }

    @Test
    void describesTheHeadersThatTheCodecWrites() {
        CloudEvent event = new CloudEvent(
                "hearth.member",
                "tea/u-1",
                "id",
                "/member-service",
                "dev.hearth.member.left.v1",
                "u-1",
                Instant.EPOCH,
                "tea",
                7,
                "correlation",
                "causation",
                "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01",
                new byte[0]);
        ObjectNode written = Contracts.JSON.createObjectNode();
        for (Header header : KafkaCodec.toRecord(event).headers()) {
            written.put(header.key(), new String(header.value(), UTF_8));
        }

        assertThat(Schemas.faults(api.schema("EventHeaders"), written)).isEmpty();
        assertThat(written.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(
                        () -> api.schema("EventHeaders").path("properties").fieldNames());
    }

    @Test
    void describesTheHeadersOfDeadLetters() throws ReflectiveOperationException {
        List<String> names = new ArrayList<>();
        for (Field constant :
                Class.forName("dev.hearth.platform.inbox.DeadLetters").getDeclaredFields()) {
            if (constant.getType() == String.class
                    && constant.trySetAccessible()
                    && Modifier.isStatic(constant.getModifiers())) {
                names.add(String.valueOf(constant.get(null)));
            }
        }

        assertThat(api.schema("DeadLetterHeaders").path("properties").fieldNames())
                .toIterable()
                .containsExactlyInAnyOrderElementsOf(names);
    }

    @ParameterizedTest
    @ValueSource(strings = {"EventHeaders", "DeadLetterHeaders"})
    void givesValidExamplesOfHeaders(String name) {
        JsonNode schema = api.schema(name);

        assertThat(schema.path("examples")).isNotEmpty();
        for (JsonNode example : schema.path("examples")) {
            assertThat(Schemas.faults(schema, example)).isEmpty();
            assertThat(example.properties().stream().map(Map.Entry::getKey))
                    .isSubsetOf(schema.path("properties").properties().stream()
                            .map(Map.Entry::getKey)
                            .toList());
        }
    }

    private static String[] expected(String topic) {
        return topic.startsWith("hearth.dead-letter.")
                ? new String[] {DEAD_LETTER}
                : contracts().stream()
                        .filter(contract -> Contracts.topic(contract).equals(topic))
                        .map(Contracts::type)
                        .toArray(String[]::new);
    }
}
