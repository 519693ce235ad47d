package dev.hearth.local.test;

import dev.hearth.local.LocalMongo;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A fresh, empty database of a MongoDB-compatible server. Its name is the argument {@code database} (default
 * {@code hearth_analytics}) continued by a number. Sets {@code quarkus.mongodb.connection-string} and
 * {@code quarkus.mongodb.database}.
 */
public final class MongoResource implements QuarkusTestResourceLifecycleManager {

    private String name = "hearth_analytics";

    @Override
    public void init(Map<String, String> arguments) {
        name = arguments.getOrDefault("database", name);
    }

    @Override
    public Map<String, String> start() {
        var address = switch (Lane.chosen()) {
            case PROCESSES -> LocalMongo.shared().connectionString();
            case CONTAINERS -> ContainerServers.mongo();
        };
        return Map.of("quarkus.mongodb.connection-string", address, "quarkus.mongodb.database", Fresh.name(name));
    }

    /** The server goes on for the next test class; it ends with the JVM. */
    @Override
    public void stop() {}
}
