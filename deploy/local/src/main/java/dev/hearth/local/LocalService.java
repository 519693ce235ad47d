package dev.hearth.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** One of our packaged services as a process of its own, configured by its environment as in production. */
public final class LocalService implements LocalServer {

    private static final Duration START_LIMIT = Duration.ofMinutes(2);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(5);
    private static final int LINES_SHOWN = 25;

    /**
     * What to run and how.
     *
     * @param name such as {@code member-service}
     * @param jar of Quarkus' fast-jar layout
     * @param options of the JVM
     * @param environment on top of ours; asked for at each start
     */
    public record Launch(
            String name, Path jar, int port, List<String> options, Supplier<Map<String, String>> environment) {

        public Launch {
            options = List.copyOf(options);
        }
    }

    private final Launch launch;
    private final Path directory;
    private final Path log;
    private final RecordedProcess process;

    /**
     * Does not start it yet.
     *
     * @param directory where it notes its process and works; one for each service
     */
    public LocalService(Launch launch, Path directory, Path log) {
        this.launch = launch;
        this.directory = directory;
        this.log = log;
        this.process = new RecordedProcess(launch.name(), directory.resolve("pid"));
    }

    public URI url() {
        return URI.create("http://localhost:" + launch.port());
    }

    @Override
    public String name() {
        return launch.name();
    }

    @Override
    public int port() {
        return launch.port();
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public boolean running() {
        return process.living().isPresent();
    }

    @Override
    public void stop() {
        process.end("TERM", STOP_LIMIT);
    }

    @Override
    public void kill() {
        process.end("KILL", STOP_LIMIT);
    }

    @Override
    public void restart() {
        stop();
        begin();
        awaitReady();
    }

    @Override
    public void pause() {
        process.signal("STOP");
    }

    @Override
    public void resume() {
        process.signal("CONT");
    }

    private void begin() {
        if (!Files.isRegularFile(launch.jar())) {
            throw new LocalServerException(
                    name() + " is not packaged (" + launch.jar() + " is missing): run `mvn package` or ./hearth up.");
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new LocalServerException("Cannot write to " + directory, e);
        }
        var command = new ArrayList<>(List.of(Processes.java()));
        command.addAll(launch.options());
        command.addAll(List.of("-jar", launch.jar().toString()));
        var child = Processes.start(command, launch.environment().get(), directory, log);
        process.record(child.toHandle());
        Processes.endWithUs(child.pid(), "TERM");
    }

    /** It says that it is ready when it reaches all that it needs. */
    private void awaitReady() {
        var end = System.nanoTime() + START_LIMIT.toNanos();
        try (var client = HttpClient.newBuilder().connectTimeout(ANSWER_LIMIT).build()) {
            while (!ready(client)) {
                if (!running()) {
                    throw failed("ended while starting");
                }
                if (System.nanoTime() > end) {
                    throw failed("was not ready within " + START_LIMIT.toSeconds() + " s");
                }
                Processes.sleep(POLL);
            }
        }
    }

    private boolean ready(HttpClient client) {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + launch.port() + "/q/health/ready"))
                .timeout(ANSWER_LIMIT)
                .build();
        try {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            throw Processes.interrupted(e);
        }
    }

    private LocalServerException failed(String how) {
        return new LocalServerException(
                name() + " " + how + ". The end of its log " + log + ":\n" + Logs.tail(log, LINES_SHOWN));
    }
}
