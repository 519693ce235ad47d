package dev.hearth.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A MongoDB-compatible server in a child JVM that keeps its data in one file. Being killed it may lose the last writes
 * that it acknowledged, all collections together (its commits are periodic), as a real server without write concern
 * {@code j:true} may.
 */
public final class LocalMongo implements LocalServer {

    private final Path directory;
    private final int port;
    private final ChildJvm jvm;

    private LocalMongo(Path directory, int port, Path log) {
        this.directory = directory;
        this.port = port;
        this.jvm = new ChildJvm("MongoDB", directory, log);
    }

    /** Starts on a free port, with the data of the directory if there is any. */
    public static LocalMongo start(Path directory) {
        return start(directory, Ports.free());
    }

    public static LocalMongo start(Path directory, int port) {
        var mongo = at(directory, port);
        mongo.restart();
        return mongo;
    }

    private static LocalMongo at(Path directory, int port) {
        return at(directory, port, directory.toAbsolutePath().resolve("server.log"));
    }

    /** Controls the one on a directory, whether it runs or not; does not start it yet. */
    public static LocalMongo at(Path directory, int port, Path log) {
        return new LocalMongo(directory.toAbsolutePath(), port, log);
    }

    /**
     * The server that all tests of this JVM use: started at the first call, stopped and its data deleted at the JVM's
     * end.
     */
    public static LocalMongo shared() {
        return SharedServers.get("mongo", LocalMongo::start, LocalMongo::at);
    }

    public String connectionString() {
        // No sessions here, so no retryable writes: the driver must not ask for them.
        return "mongodb://127.0.0.1:" + port + "/?retryWrites=false";
    }

    @Override
    public String name() {
        return "MongoDB";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Path log() {
        return jvm.log();
    }

    @Override
    public boolean running() {
        return jvm.running();
    }

    @Override
    public void stop() {
        jvm.stop();
    }

    @Override
    public void kill() {
        jvm.kill();
    }

    @Override
    public void restart() {
        jvm.stop();
        var data = directory.resolve("data");
        try {
            Files.createDirectories(data);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        jvm.start(
                List.of("-Xms32m", "-Xmx384m", "-XX:+UseSerialGC"),
                "dev.hearth.local.server.MongoServer",
                List.of(
                        Integer.toString(port),
                        data.resolve("mongo.mv").toString(),
                        jvm.readyFile().toString()));
    }

    /** Stops it and deletes all that it kept, as if its disk were lost; {@link #restart} starts an empty one. */
    public void wipe() {
        jvm.stop();
        Directories.delete(directory.resolve("data"));
    }

    @Override
    public void pause() {
        jvm.signal("STOP");
    }

    @Override
    public void resume() {
        jvm.signal("CONT");
    }
}
