package dev.hearth.local.stack;

import dev.hearth.local.TokenIssuer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a service is told about its surroundings, in the variables that Quarkus reads; production sets the same ones.
 */
final class ServiceSettings {

    /**
     * Modest, since six JVMs share one machine; the collector without threads of its own starts fastest and is
     * smallest.
     */
    private static final List<String> USUAL_OPTIONS = List.of(
            "-Xms64m",
            "-XX:+UseSerialGC",
            "-XX:+ExitOnOutOfMemoryError",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow");

    private ServiceSettings() {}

    static List<String> javaOptions(StackConfig config, Part part) {
        var options = new ArrayList<>(USUAL_OPTIONS);
        options.add(heap(part));
        options.addAll(config.javaOptions());
        return options;
    }

    /** A bound, not a size: what is not needed is not taken. Analytics keeps every act in memory. */
    private static String heap(Part part) {
        return part == Part.ANALYTICS ? "-Xmx1200m" : "-Xmx320m";
    }

    static Map<String, String> environment(Stack stack, Part part) {
        var environment = new HashMap<String, String>();
        environment.put("QUARKUS_HTTP_HOST", "127.0.0.1");
        environment.put("QUARKUS_HTTP_PORT", Integer.toString(stack.config().port(part)));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", stack.kafka().bootstrapServers());
        environment.put("QUARKUS_OIDC_PUBLIC_KEY", stack.publicKey());
        environment.put("QUARKUS_OIDC_TOKEN_ISSUER", TokenIssuer.NAME);
        environment.putAll(own(stack, part));
        return environment;
    }

    private static Map<String, String> own(Stack stack, Part part) {
        return switch (part) {
            case MEMBER, ENGAGEMENT, INCENTIVE -> postgres(stack, "hearth_" + part.word());
            case ANALYTICS ->
                Map.of(
                        "QUARKUS_MONGODB_CONNECTION_STRING",
                        stack.mongo().connectionString(),
                        "QUARKUS_MONGODB_DATABASE",
                        "hearth_" + part.word(),
                        "HEARTH_INCENTIVE_URL",
                        "http://127.0.0.1:" + stack.config().port(Part.INCENTIVE));
            case KAFKA, POSTGRES, MONGO -> Map.of();
        };
    }

    private static Map<String, String> postgres(Stack stack, String name) {
        var database = stack.postgres().database(name);
        return Map.of(
                "QUARKUS_DATASOURCE_REACTIVE_URL", database.reactiveUrl(),
                "QUARKUS_DATASOURCE_JDBC_URL", database.jdbcUrl(),
                "QUARKUS_DATASOURCE_USERNAME", database.user(),
                "QUARKUS_DATASOURCE_PASSWORD", database.password());
    }
}
