package dev.hearth.local.stack;

import java.util.Locale;

/** What the suite consists of on one machine. */
public enum Part {
    KAFKA("Kafka", 19092),
    POSTGRES("PostgreSQL", 15432),
    MONGO("MongoDB", 17017),
    MEMBER("member-service", 8081),
    ENGAGEMENT("engagement-service", 8082),
    INCENTIVE("incentive-service", 8083),
    ANALYTICS("analytics-service", 8084);

    private final String title;
    private final int usualPort;

    Part(String title, int usualPort) {
        this.title = title;
        this.usualPort = usualPort;
    }

    /** What people call it; of a service also the name of its folder. */
    public String title() {
        return title;
    }

    int usualPort() {
        return usualPort;
    }

    boolean isService() {
        return compareTo(MEMBER) >= 0;
    }

    /** The word in options and variables. */
    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** {@code HEARTH_PORT_KAFKA} */
    String portVariable() {
        return "HEARTH_PORT_" + name();
    }

    /** {@code --port-kafka} */
    String portOption() {
        return "--port-" + word();
    }
}
