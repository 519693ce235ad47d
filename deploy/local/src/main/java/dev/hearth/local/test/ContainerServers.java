package dev.hearth.local.test;

import dev.hearth.local.Database;
import dev.hearth.local.Topics;
import java.sql.SQLException;
import java.util.Properties;
import java.util.function.Supplier;
import org.testcontainers.kafka.KafkaContainer;
import org.testcontainers.mongodb.MongoDBContainer;
import org.testcontainers.postgresql.PostgreSQLContainer;
import org.testcontainers.utility.DockerImageName;

/**
 * The servers as containers, one of a kind per JVM. Only their addresses are kept, where every class loader sees them;
 * Testcontainers removes them when the JVM ends.
 */
final class ContainerServers {

    private static final DockerImageName KAFKA = DockerImageName.parse("apache/kafka:4.1.1");
    private static final DockerImageName POSTGRES = DockerImageName.parse("postgres:18.1");
    private static final DockerImageName MONGO = DockerImageName.parse("mongo:7.0");
    private static final String SUPERUSER = "hearth";

    private ContainerServers() {}

    static String kafka() {
        return once("kafka", () -> {
            var container = new KafkaContainer(KAFKA).withEnv("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0");
            container.start();
            Topics.fromClassPath().create(container.getBootstrapServers());
            return container.getBootstrapServers();
        });
    }

    static String mongo() {
        return once("mongo", () -> {
            var container = new MongoDBContainer(MONGO);
            container.start();
            return container.getConnectionString();
        });
    }

    /** A new database, owned by the container's one user. */
    static Database postgres(String name) {
        var port = Integer.parseInt(once("postgres", () -> {
            var container =
                    new PostgreSQLContainer(POSTGRES).withUsername(SUPERUSER).withPassword(SUPERUSER);
            container.start();
            return container.getMappedPort(PostgreSQLContainer.POSTGRESQL_PORT).toString();
        }));
        create(new Database(port, SUPERUSER, SUPERUSER), name);
        return new Database(port, name, SUPERUSER);
    }

    private static void create(Database administration, String name) {
        var properties = new Properties();
        properties.setProperty("user", administration.user());
        properties.setProperty("password", administration.password());
        try (var connection = new org.postgresql.Driver().connect(administration.jdbcUrl(), properties);
                var statement = java.util.Objects.requireNonNull(connection).createStatement()) {
            var _ = statement.execute("create role " + name + " login password '" + SUPERUSER + "'");
            var _ = statement.execute("create database " + name + " owner " + name);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot create database " + name, e);
        }
    }

    private static String once(String kind, Supplier<String> start) {
        var key = "hearth.local.container." + kind;
        synchronized (System.getProperties()) {
            var known = System.getProperty(key);
            if (known != null) {
                return known;
            }
            var address = start.get();
            System.setProperty(key, address);
            return address;
        }
    }
}
