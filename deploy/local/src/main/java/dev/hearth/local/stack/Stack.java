package dev.hearth.local.stack;

import dev.hearth.local.LocalKafka;
import dev.hearth.local.LocalMongo;
import dev.hearth.local.LocalPostgres;
import dev.hearth.local.LocalServer;
import dev.hearth.local.LocalServerException;
import dev.hearth.local.LocalService;
import dev.hearth.local.Ports;
import dev.hearth.local.TokenIssuer;
import dev.hearth.local.TokenRequest;
import java.nio.file.Files;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/**
 * The running suite: broker, databases and the four packaged services, each a process that can be stopped, killed and
 * restarted alone. One stack at a time on a home directory. {@link #close} stops the services first, then what they
 * need.
 */
public final class Stack implements AutoCloseable {

    private final StackConfig config;
    private final StackObserver observer;
    private final StackHome home;
    private final TokenIssuer issuer;
    private final Map<Part, LocalServer> servers;
    private final StackWatch watch;
    private final AtomicBoolean closed = new AtomicBoolean();
    private final Map<Part, Map<String, String>> further = new ConcurrentHashMap<>();

    private Stack(StackConfig config, StackObserver observer, StackHome home) {
        this.config = config;
        this.observer = observer;
        this.home = home;
        this.issuer = home.issuer();
        this.servers = servers();
        this.watch = new StackWatch(servers, observer);
    }

    /**
     * Starts everything and waits until every part is ready; if one fails, the others are stopped again. What an
     * earlier, killed run on the same home left alive is stopped first.
     */
    public static Stack start(StackConfig config, StackObserver observer) {
        var stack = prepare(config, observer);
        try {
            stack.startAll();
            return stack;
        } catch (RuntimeException e) {
            stack.close();
            throw e;
        }
    }

    /** Takes the home directory; {@link #startAll} is next. */
    static Stack prepare(StackConfig config, StackObserver observer) {
        return new Stack(config, observer, StackHome.lock(config.home()));
    }

    public LocalKafka kafka() {
        return (LocalKafka) server(Part.KAFKA);
    }

    public LocalPostgres postgres() {
        return (LocalPostgres) server(Part.POSTGRES);
    }

    public LocalMongo mongo() {
        return (LocalMongo) server(Part.MONGO);
    }

    /**
     * A service by its name.
     *
     * @param name such as {@code member-service}
     */
    public LocalService service(String name) {
        return Stream.of(Part.values())
                .filter(part -> part.isService() && part.title().equals(name))
                .map(part -> (LocalService) server(part))
                .findFirst()
                .orElseThrow(() -> new LocalServerException("There is no service " + name + "."));
    }

    public LocalServer server(Part part) {
        return Objects.requireNonNull(servers.get(part));
    }

    /** A token that this stack's services accept. */
    public String token(TokenRequest request) {
        return issuer.token(request);
    }

    /** From its next start on, the service has these settings too, by the names of environment variables. */
    public void configure(Part service, Map<String, String> settings) {
        further.put(service, Map.copyOf(settings));
    }

    private Map<String, String> environment(Part service) {
        var environment = ServiceSettings.environment(this, service);
        environment.putAll(further.getOrDefault(service, Map.of()));
        return environment;
    }

    /** What the services check tokens with. */
    String publicKey() {
        return issuer.publicKey();
    }

    public StackConfig config() {
        return config;
    }

    private Map<Part, LocalServer> servers() {
        var made = new EnumMap<Part, LocalServer>(Part.class);
        for (var part : Part.values()) {
            made.put(part, control(part));
        }
        return made;
    }

    private LocalServer control(Part part) {
        var directory = config.data(part);
        var port = config.port(part);
        var log = config.log(part);
        return switch (part) {
            case KAFKA -> LocalKafka.at(directory, port, log);
            case POSTGRES -> LocalPostgres.at(directory, port, log);
            case MONGO -> LocalMongo.at(directory, port, log);
            case MEMBER, ENGAGEMENT, INCENTIVE, ANALYTICS ->
                new LocalService(
                        new LocalService.Launch(
                                part.title(),
                                config.packaged(part),
                                port,
                                ServiceSettings.javaOptions(config, part),
                                () -> environment(part)),
                        directory,
                        log);
        };
    }

    void startAll() {
        stopAll();
        refuse(unpackaged());
        refuse(portsInUse());
        home.trimLogs(config);
        inParallel(Stream.of(Part.values()).filter(part -> !part.isService()).toList());
        inParallel(Stream.of(Part.values()).filter(Part::isService).toList());
        home.publish(config);
        watch.begin();
    }

    private Stream<String> unpackaged() {
        return Stream.of(Part.values())
                .filter(part -> part.isService() && !Files.isRegularFile(config.packaged(part)))
                .map(part -> part.title() + " is not packaged (" + config.packaged(part)
                        + " is missing): run `mvn package` or ./hearth up.");
    }

    private Stream<String> portsInUse() {
        return Stream.of(Part.values())
                .filter(part -> !Ports.isFree(config.port(part)))
                .map(part -> "Port " + config.port(part) + ", which " + part.title()
                        + " needs, is in use. Stop the program that has it, or choose another port: "
                        + part.portVariable() + "=<port> or " + part.portOption() + " <port>.");
    }

    /** Before anything is started, and all reasons at once. */
    private static void refuse(Stream<String> reasons) {
        var all = reasons.toList();
        if (!all.isEmpty()) {
            throw new LocalServerException(String.join("\n", all));
        }
    }

    /**
     * All at once; waits for all, so that none comes up after the others were stopped, then throws the first failure.
     */
    private void inParallel(List<Part> parts) {
        var tasks = new ArrayList<Callable<Part>>();
        parts.forEach(part -> tasks.add(() -> start(part)));
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var started : executor.invokeAll(tasks)) {
                var _ = started.get();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalServerException("Interrupted while starting", e);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause
                    ? cause
                    : new LocalServerException("Cannot start: " + e.getCause(), e.getCause());
        }
    }

    private Part start(Part part) {
        synchronized (server(part)) {
            if (closed.get()) {
                throw new LocalServerException("Stopped while starting.");
            }
            observer.starting(part);
            var began = System.nanoTime();
            server(part).restart();
            if (part == Part.KAFKA) {
                kafka().createTopics();
            }
            observer.ready(part, Duration.ofNanos(System.nanoTime() - began));
            return part;
        }
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        watch.end();
        try {
            stopAll();
        } finally {
            home.close();
        }
    }

    /** Services together, then what they need; each is tried even if another one fails. */
    private void stopAll() {
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.of(Part.values()).filter(Part::isService).forEach(part -> executor.execute(() -> stop(part)));
        }
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            Stream.of(Part.values())
                    .filter(part -> !part.isService())
                    .forEach(part -> executor.execute(() -> stop(part)));
        }
    }

    /**
     * Stops what is there to be stopped, which ends most starts under way at once; then waits for the start to be over
     * and looks again, as a part may run only after its start has done other things, as PostgreSQL does.
     */
    private void stop(Part part) {
        var server = server(part);
        stopIfRunning(part, server);
        synchronized (server) {
            stopIfRunning(part, server);
        }
    }

    private void stopIfRunning(Part part, LocalServer server) {
        if (server.running()) {
            server.stop();
            observer.stopped(part);
        }
    }
}
