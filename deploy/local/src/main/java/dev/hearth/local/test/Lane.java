package dev.hearth.local.test;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.testcontainers.DockerClientFactory;

/** Where the servers of a test run come from. */
enum Lane {
    PROCESSES,
    CONTAINERS;

    private static final String SETTING = "hearth.containers";
    private static final String CHOSEN = "hearth.local.lane";

    /** The lane of this JVM; Docker is asked once, whatever class loader asks. */
    static Lane chosen() {
        synchronized (System.getProperties()) {
            var known = System.getProperty(CHOSEN);
            if (known != null) {
                return valueOf(known);
            }
            var lane = of(System.getProperty(SETTING, "auto"), Lane::dockerAnswers);
            System.setProperty(CHOSEN, lane.name());
            return lane;
        }
    }

    /**
     * @param setting {@code true}: containers, whether Docker answers or not; {@code false}: processes, Docker is not
     *     even asked; {@code auto}: containers if Docker answers
     */
    static Lane of(String setting, BooleanSupplier dockerAnswers) {
        return switch (setting.strip().toLowerCase(Locale.ROOT)) {
            case "true" -> CONTAINERS;
            case "false" -> PROCESSES;
            case "auto", "" -> dockerAnswers.getAsBoolean() ? CONTAINERS : PROCESSES;
            default -> throw new IllegalArgumentException("-D" + SETTING + " is true, false or auto, not " + setting);
        };
    }

    private static boolean dockerAnswers() {
        return DockerClientFactory.instance().isDockerAvailable();
    }
}
