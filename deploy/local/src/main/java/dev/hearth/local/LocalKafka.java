package dev.hearth.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;

/** A real Kafka broker (KRaft, one node) in a child JVM, with Hearth's topics. */
public final class LocalKafka implements LocalServer {

    private final Path directory;
    private final int port;
    private final ChildJvm jvm;

    private LocalKafka(Path directory, int port, Path log) {
        this.directory = directory;
        this.port = port;
        this.jvm = new ChildJvm("Kafka", directory, log);
    }

    /**
     * Starts on a free port, with the data of the directory if there is any. Topics are created if they are missing.
     */
    public static LocalKafka start(Path directory) {
        return start(directory, Ports.free());
    }

    public static LocalKafka start(Path directory, int port) {
        var kafka = at(directory, port);
        kafka.restart();
        kafka.createTopics();
        return kafka;
    }

    private static LocalKafka at(Path directory, int port) {
        return at(directory, port, directory.toAbsolutePath().resolve("server.log"));
    }

    /** Controls the one on a directory, whether it runs or not; does not start it yet. */
    public static LocalKafka at(Path directory, int port, Path log) {
        return new LocalKafka(directory.toAbsolutePath(), port, log);
    }

    /**
     * The broker that all tests of this JVM use: started at the first call, stopped and its data deleted at the JVM's
     * end.
     */
    public static LocalKafka shared() {
        return SharedServers.get("kafka", LocalKafka::start, LocalKafka::at);
    }

    /** Creates Hearth's topics where they are missing. */
    public void createTopics() {
        Topics.fromClassPath().create(bootstrapServers());
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + port;
    }

    @Override
    public String name() {
        return "Kafka";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Path log() {
        return jvm.log();
    }

    @Override
    public boolean running() {
        return jvm.running();
    }

    @Override
    public void stop() {
        jvm.stop();
    }

    @Override
    public void kill() {
        jvm.kill();
    }

    @Override
    public void restart() {
        jvm.stop();
        launch();
    }

    @Override
    public void pause() {
        jvm.signal("STOP");
    }

    @Override
    public void resume() {
        jvm.signal("CONT");
    }

    private void launch() {
        var file = directory.resolve("server.properties");
        try {
            Files.createDirectories(directory);
            try (var writer = Files.newBufferedWriter(file)) {
                properties(Ports.free()).store(writer, null);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jvm.start(
                List.of("-Xms128m", "-Xmx512m", "-XX:+UseSerialGC"),
                "dev.hearth.local.server.KafkaServer",
                List.of(file.toString(), jvm.readyFile().toString()));
    }

    private Properties properties(int controllerPort) {
        var properties = new Properties();
        properties.setProperty("process.roles", "broker,controller");
        properties.setProperty("node.id", "1");
        properties.setProperty("log.dirs", directory.resolve("data").toString());
        properties.setProperty("listeners", "CLIENT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controllerPort);
        properties.setProperty("advertised.listeners", "CLIENT://127.0.0.1:" + port);
        properties.setProperty("listener.security.protocol.map", "CLIENT:PLAINTEXT,CONTROLLER:PLAINTEXT");
        properties.setProperty("inter.broker.listener.name", "CLIENT");
        properties.setProperty("controller.listener.names", "CONTROLLER");
        properties.setProperty("controller.quorum.voters", "1@127.0.0.1:" + controllerPort);
        oneNode(properties);
        quickRecovery(properties);
        return properties;
    }

    /** Every internal topic wants three replicas by default; with one node it would wait for the others for ever. */
    private static void oneNode(Properties properties) {
        properties.setProperty("offsets.topic.replication.factor", "1");
        properties.setProperty("offsets.topic.num.partitions", "8");
        properties.setProperty("transaction.state.log.replication.factor", "1");
        properties.setProperty("transaction.state.log.min.isr", "1");
        properties.setProperty("transaction.state.log.num.partitions", "8");
        properties.setProperty("share.coordinator.state.topic.replication.factor", "1");
        properties.setProperty("share.coordinator.state.topic.min.isr", "1");
        properties.setProperty("share.coordinator.state.topic.num.partitions", "8");
        properties.setProperty("auto.create.topics.enable", "false");
    }

    private static void quickRecovery(Properties properties) {
        // A broker that was killed may register again only when its old session has run out: 9 s by default.
        properties.setProperty("broker.session.timeout.ms", "3000");
        properties.setProperty("broker.heartbeat.interval.ms", "500");
        // Nobody else will join while we wait.
        properties.setProperty("group.initial.rebalance.delay.ms", "0");
    }
}
