package dev.hearth.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/** A real Kafka broker and controller in one JVM. Arguments: its properties file, the file to write when it serves. */
public final class KafkaServer {

    private KafkaServer() {}

    public static void main(String[] arguments) throws Exception {
        ChildProcess.endWithParent();
        var properties = read(Path.of(arguments[0]));
        format(properties);
        var server = new KafkaRaftServer(new KafkaConfig(properties), Time.SYSTEM);
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown, "shutdown"));
        server.startup();
        ChildProcess.announce(Path.of(arguments[1]));
        server.awaitShutdown();
    }

    private static Properties read(Path file) throws IOException {
        var properties = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        return properties;
    }

    /** Prepares an empty log directory; leaves one that is formatted as it is. */
    private static void format(Properties properties) throws Exception {
        var directory = properties.getProperty("log.dirs");
        if (Files.exists(Path.of(directory, "meta.properties"))) {
            return;
        }
        new Formatter()
                .setPrintStream(System.err)
                .setNodeId(1)
                .setClusterId(Uuid.randomUuid().toString())
                .addDirectory(directory)
                .setMetadataLogDirectory(directory)
                .setReleaseVersion(MetadataVersion.latestProduction())
                .setControllerListenerName(properties.getProperty("controller.listener.names"))
                .run();
    }
}
