package dev.hearth.platform.state;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.KafkaCodec;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StateMapTest {
    private final List<String> heard = new ArrayList<>();
    private final StateMap<String, String> states =
            new StateMap<>(new Words(), (key, had, now) -> heard.add(key + ": " + had + " > " + now));

    @Test
    void keepsTheNewestVersionWhateverTheOrder() {
        states.take(record("word.v1", 2, "new"));
        states.take(record("word.v1", 1, "old"));

        assertThat(states.find("a")).contains("new");
    }

    @Test
    void forgetsOnATombstone() {
        states.take(record("word.v1", 1, "old"));
        states.take(record("word.v1", 2, null));

        assertThat(states.find("a")).isEmpty();
    }

    @Test
    void tellsOfEachChangeOnceWithWhatWasAndWhatIs() {
        states.take(record("word.v1", 2, "new"));
        states.take(record("word.v1", 1, "old"));
        states.take(record("word.v1", 1, null));
        states.take(record("word.v1", 3, "newer"));
        states.take(record("word.v1", 4, null));
        states.take(record("word.v1", 5, null));

        assertThat(heard).containsExactly("a: null > new", "a: new > newer", "a: newer > null");
    }

    /** A topic may get types that this reader does not know yet. */
    @Test
    void keepsWhatItKnowsWhenAnEventOfAnotherTypeHasTheSameKey() {
        states.take(record("word.v1", 1, "known"));
        states.take(record("word.v2", 1, "{}"));
        states.take(record("word.v2", 2, "{}"));

        assertThat(states.find("a")).contains("known");
    }

    private static ConsumerRecord<String, byte[]> record(String type, long version, @Nullable String word) {
        CloudEvent event = new CloudEvent(
                "words",
                "a",
                "id",
                "/test-service",
                type,
                null,
                Instant.EPOCH,
                "acme",
                version,
                null,
                null,
                null,
                word == null ? null : word.getBytes(UTF_8));
        ConsumerRecord<String, byte[]> read = new ConsumerRecord<>("words", 0, 0, "a", event.data());
        KafkaCodec.writeHeaders(event, read.headers());
        return read;
    }

    private static final class Words implements StateReader<String, String> {
        @Override
        public String key(String recordKey) {
            return recordKey;
        }

        @Override
        public boolean reads(String type) {
            return type.equals("word.v1");
        }

        @Override
        public String value(CloudEvent event) {
            return new String(Objects.requireNonNull(event.data()), UTF_8);
        }
    }
}
