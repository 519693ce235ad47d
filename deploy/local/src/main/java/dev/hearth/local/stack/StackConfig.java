package dev.hearth.local.stack;

import dev.hearth.local.LocalServerException;
import dev.hearth.local.Ports;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * How a stack is to run.
 *
 * @param checkout root of the project, where the packaged services are
 * @param home where data, logs, key and notes of running processes are kept
 * @param ports one for each part, all different
 * @param javaOptions of the services' JVMs, after the usual ones
 */
public record StackConfig(Path checkout, Path home, Map<Part, Integer> ports, List<String> javaOptions) {

    public StackConfig {
        checkout = checkout.toAbsolutePath().normalize();
        home = home.toAbsolutePath().normalize();
        ports = Map.copyOf(ports);
        javaOptions = List.copyOf(javaOptions);
        var seen = new HashSet<Integer>();
        for (var part : Part.values()) {
            var port = ports.get(part);
            if (port == null || port < 1 || port > 65_535) {
                throw new LocalServerException(part.title() + " needs a port from 1 to 65535 (" + part.portVariable()
                        + "), not " + port + ".");
            }
            if (!seen.add(port)) {
                throw new LocalServerException("Port " + port + " is given to two parts, " + part.title()
                        + " is the second: set " + part.portVariable() + " or " + part.portOption() + ".");
            }
        }
    }

    /**
     * As the environment says: {@code HEARTH_HOME} (usually {@code .hearth} in the checkout), {@code HEARTH_PORT_KAFKA}
     * and so on, {@code HEARTH_JAVA_OPTIONS}.
     */
    public static StackConfig of(Path checkout, Map<String, String> environment) {
        var ports = new EnumMap<Part, Integer>(Part.class);
        for (var part : Part.values()) {
            var given = environment.getOrDefault(part.portVariable(), "");
            ports.put(part, given.isBlank() ? part.usualPort() : port(part.portVariable(), given));
        }
        var home = environment.getOrDefault("HEARTH_HOME", "");
        var options = Stream.of(
                        environment.getOrDefault("HEARTH_JAVA_OPTIONS", "").split(" ", -1))
                .filter(option -> !option.isBlank())
                .toList();
        return new StackConfig(checkout, home.isBlank() ? checkout.resolve(".hearth") : Path.of(home), ports, options);
    }

    /** For tests: a home of their own and ports that nobody uses. */
    public static StackConfig free(Path checkout, Path home) {
        var ports = new EnumMap<Part, Integer>(Part.class);
        for (var part : Part.values()) {
            var port = Ports.free();
            while (ports.containsValue(port)) {
                port = Ports.free();
            }
            ports.put(part, port);
        }
        return new StackConfig(checkout, home, ports, List.of());
    }

    /** With further options of the services' JVMs. */
    public StackConfig withJavaOptions(List<String> options) {
        return new StackConfig(checkout, home, ports, options);
    }

    StackConfig withPort(Part part, String given) {
        var changed = new EnumMap<>(ports);
        changed.put(part, port(part.portOption(), given));
        return new StackConfig(checkout, home, changed, javaOptions);
    }

    StackConfig withHome(Path other) {
        return new StackConfig(checkout, other, ports, javaOptions);
    }

    /**
     * What prints a token of this stack, from the checkout and with that environment, as a shell takes it; the ports
     * make no difference to it.
     */
    String tokenCommand(Map<String, String> environment) {
        var usual = of(checkout, environment).home();
        return home.equals(usual) ? "./hearth token" : "./hearth token --home " + quoted(home.toString());
    }

    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:@%+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }

    /** What the part keeps. */
    Path data(Part part) {
        return home.resolve("data").resolve(part.title().toLowerCase(Locale.ROOT));
    }

    /** Where the part writes its log. */
    public Path log(Part part) {
        return home.resolve("log").resolve(part.title().toLowerCase(Locale.ROOT) + ".log");
    }

    /** The service's runnable jar, in Quarkus' fast-jar layout. */
    Path packaged(Part service) {
        return checkout.resolve(service.title()).resolve("target/quarkus-app/quarkus-run.jar");
    }

    /** Where the part listens on 127.0.0.1. */
    public int port(Part part) {
        return java.util.Objects.requireNonNull(ports.get(part));
    }

    private static int port(String name, String given) {
        try {
            return Integer.parseInt(given.strip());
        } catch (NumberFormatException e) {
            throw new LocalServerException(name + " is not a port: " + given, e);
        }
    }
}
