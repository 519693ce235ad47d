package dev.hearth.local;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalKafkaTest {

    private static final TopicPartition PARTITION = new TopicPartition("hearth.member", 0);

    @Test
    void keepsPortAndRecordsOverStopKillAndRestart(@TempDir Path directory) throws Exception {
        try (var kafka = LocalKafka.start(directory)) {
            var port = kafka.port();
            send(kafka, "first");
            kafka.stop();
            assertThat(kafka.running()).isFalse();
            assertThat(Ports.isFree(port)).isTrue();

            kafka.restart();
            send(kafka, "second");
            kafka.kill();
            assertThat(kafka.running()).isFalse();

            kafka.restart();
            assertThat(kafka.port()).isEqualTo(port);
            assertThat(read(kafka)).containsExactly("first", "second");
        }
    }

    @Test
    void startsAgainOnTheDataOfAnEarlierBrokerAtAnotherPort(@TempDir Path directory) throws Exception {
        try (var earlier = LocalKafka.start(directory)) {
            send(earlier, "kept");
        }
        try (var later = LocalKafka.start(directory)) {
            assertThat(read(later)).containsExactly("kept");
        }
    }

    @Test
    void createsTheTopicsOfTheFileWithTheirSettings() throws Exception {
        var expected = Topics.fromClassPath().all();
        try (var admin = Admin.create(
                Map.<String, Object>of("bootstrap.servers", LocalKafka.shared().bootstrapServers()))) {
            var names = expected.stream().map(topic -> topic.name()).toList();
            assertThat(names).contains("hearth.engagement", "hearth.dead-letter.analytics-service");
            var described = admin.describeTopics(names).allTopicNames().get();
            for (var topic : expected) {
                assertThat(requireNonNull(described.get(topic.name())).partitions())
                        .hasSize(8);
                var resource = new ConfigResource(ConfigResource.Type.TOPIC, topic.name());
                var settings = requireNonNull(
                        admin.describeConfigs(List.of(resource)).all().get().get(resource));
                assertThat(topic.configs()).containsEntry("message.timestamp.type", "LogAppendTime");
                topic.configs()
                        .forEach((key, value) -> assertThat(settings.get(key).value())
                                .describedAs("%s of %s", key, topic.name())
                                .isEqualTo(value));
            }
        }
    }

    @Test
    void compactsStateAndKeepsFactsForEver() {
        var topics = Topics.fromClassPath().all();
        for (var topic : topics) {
            var settings = topic.configs();
            if (topic.name().endsWith("-state") || topic.name().equals("hearth.metric")) {
                assertThat(settings).containsEntry("cleanup.policy", "compact");
            } else if (!topic.name().startsWith("hearth.dead-letter.")) {
                assertThat(settings).containsEntry("cleanup.policy", "delete").containsEntry("retention.ms", "-1");
            }
        }
    }

    @Test
    void takesAPartitionCountAndSettingsPerTopicBeforeThoseOfAll() {
        var properties = new Properties();
        properties.setProperty("topics", "a, a-b");
        properties.setProperty("partitions", "4");
        properties.setProperty("*.retention.ms", "7");
        properties.setProperty("a.retention.ms", "9");
        properties.setProperty("a-b.partitions", "1");
        var topics = Topics.of(properties).all();
        assertThat(topics).extracting(topic -> topic.name()).containsExactly("a", "a-b");
        assertThat(topics).extracting(topic -> topic.numPartitions()).containsExactly(4, 1);
        assertThat(topics)
                .extracting(topic -> topic.configs())
                .containsExactly(Map.of("retention.ms", "9"), Map.of("retention.ms", "7"));
    }

    private static void send(LocalKafka kafka, String value) throws Exception {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all");
        try (var producer = new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            var metadata = producer.send(new ProducerRecord<>(PARTITION.topic(), PARTITION.partition(), "key", value))
                    .get();
            assertThat(metadata.hasOffset()).isTrue();
        }
    }

    private static List<String> read(LocalKafka kafka) {
        var settings = Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers());
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
            var values = new java.util.ArrayList<String>();
            var end = requireNonNull(consumer.endOffsets(List.of(PARTITION)).get(PARTITION));
            while (consumer.position(PARTITION) < end) {
                for (ConsumerRecord<String, String> found : consumer.poll(java.time.Duration.ofMillis(200))) {
                    values.add(found.value());
                }
            }
            return values;
        }
    }
}
