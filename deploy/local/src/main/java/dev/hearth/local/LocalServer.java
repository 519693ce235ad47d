package dev.hearth.local;

import java.nio.file.Path;

/**
 * A server process on this machine. It keeps its port and its data over {@link #stop}, {@link #kill} and
 * {@link #restart}, so a test can take it away from its clients and give it back. All operations wait until they have
 * taken effect and throw {@link LocalServerException} when they do not.
 */
public sealed interface LocalServer extends AutoCloseable permits LocalKafka, LocalPostgres, LocalMongo, LocalService {

    /** What people call it: {@code Kafka}. */
    String name();

    /** The port on 127.0.0.1, the same after a restart. */
    int port();

    /** Where it writes its log. */
    Path log();

    boolean running();

    /** Stops in order, with everything written. No effect if it does not run. */
    void stop();

    /** Ends it as a crash would: SIGKILL. */
    void kill();

    /** Starts again on the same port and data, whether it was stopped or killed; stops it first if it runs. */
    void restart();

    /** Freezes the process (SIGSTOP): clients see a server that takes connections and never answers. */
    void pause();

    /** Ends {@link #pause}. */
    void resume();

    @Override
    default void close() {
        stop();
    }
}
