package dev.hearth.local.test;

import dev.hearth.local.LocalPostgres;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/**
 * A fresh, empty PostgreSQL database, owned by its user. Needs the argument {@code database} (its name is continued by
 * a number) and sets the addresses and credentials of the default datasource.
 */
public final class PostgresResource implements QuarkusTestResourceLifecycleManager {

    private String name = "";

    @Override
    public void init(Map<String, String> arguments) {
        name = arguments.getOrDefault("database", "");
        if (name.isBlank()) {
            throw new IllegalArgumentException("PostgresResource needs the argument `database`, such as hearth_member");
        }
    }

    @Override
    public Map<String, String> start() {
        var database = switch (Lane.chosen()) {
            case PROCESSES -> LocalPostgres.shared().database(Fresh.name(name));
            case CONTAINERS -> ContainerServers.postgres(Fresh.name(name));
        };
        return Map.of(
                "quarkus.datasource.reactive.url", database.reactiveUrl(),
                "quarkus.datasource.jdbc.url", database.jdbcUrl(),
                "quarkus.datasource.username", database.user(),
                "quarkus.datasource.password", database.password());
    }

    /** The server goes on for the next test class; it ends with the JVM. */
    @Override
    public void stop() {}
}
