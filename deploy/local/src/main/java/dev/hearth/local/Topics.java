package dev.hearth.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;

/** Hearth's topics as {@code deploy/kafka/topics.properties} lists them. */
public final class Topics {

    private static final String SOURCE = "/dev/hearth/local/topics.properties";
    private static final short ONE_REPLICA = 1;

    private final List<NewTopic> topics;

    private Topics(List<NewTopic> topics) {
        this.topics = topics;
    }

    public static Topics fromClassPath() {
        try (var stream = Topics.class.getResourceAsStream(SOURCE)) {
            if (stream == null) {
                throw new LocalServerException(SOURCE + " is missing from the class path.");
            }
            var properties = new Properties();
            properties.load(new java.io.InputStreamReader(stream, StandardCharsets.UTF_8));
            return of(properties);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Topics of(Properties properties) {
        var topics = new ArrayList<NewTopic>();
        for (var name : properties.getProperty("topics", "").split(",", -1)) {
            topics.add(topic(name.strip(), properties));
        }
        return new Topics(List.copyOf(topics));
    }

    private static NewTopic topic(String name, Properties properties) {
        var settings = new HashMap<>(settings("*", properties));
        settings.putAll(settings(name, properties));
        var own = settings.remove("partitions");
        var partitions = own == null ? properties.getProperty("partitions") : own;
        return new NewTopic(name, Integer.parseInt(partitions), ONE_REPLICA).configs(settings);
    }

    private static Map<String, String> settings(String name, Properties properties) {
        var prefix = name + ".";
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix))
                .collect(Collectors.toMap(key -> key.substring(prefix.length()), properties::getProperty));
    }

    List<NewTopic> all() {
        return topics;
    }

    /** Creates those that are missing, leaves the others as they are, and waits until every partition is served. */
    public void create(String bootstrapServers) {
        Map<String, Object> settings = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrapServers,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 30_000,
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 10_000);
        try (var admin = Admin.create(settings)) {
            for (var created : admin.createTopics(topics).values().entrySet()) {
                try {
                    var _ = created.getValue().get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new LocalServerException("Cannot create topic " + created.getKey(), e.getCause());
                    }
                }
            }
            awaitLeaders(admin);
        } catch (InterruptedException e) {
            throw Processes.interrupted(e);
        }
    }

    /**
     * A topic is there before the broker leads its partitions. A producer that comes between has its first batch
     * refused and a later one accepted, and then its sequence never fits again. Offsets are told by the leader only.
     */
    private void awaitLeaders(Admin admin) throws InterruptedException {
        var partitions = new HashMap<TopicPartition, OffsetSpec>();
        for (var topic : topics) {
            for (var partition = 0; partition < topic.numPartitions(); partition++) {
                partitions.put(new TopicPartition(topic.name(), partition), OffsetSpec.latest());
            }
        }
        try {
            var _ = admin.listOffsets(partitions).all().get();
        } catch (ExecutionException e) {
            throw new LocalServerException("The broker does not serve all partitions of the topics", e.getCause());
        }
    }
}
