package dev.hearth.acceptance.bench.wire;

import dev.hearth.local.Database;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Says recorded transactions again, as fast as PostgreSQL answers, on several connections at once. */
public final class PlainClient {
    private final Database owner;

    /** @param owner whose user it connects as */
    public PlainClient(Database owner) {
        this.owner = owner;
    }

    /**
     * Runs all lanes, each on a connection of its own and in its order; fails if PostgreSQL refuses anything.
     *
     * @param database the name of a database that is as the recorded one was
     * @return seconds
     */
    public double run(String database, List<List<RecordedTransaction>> lanes) {
        List<PlainConnection> connections = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(lanes.size())) {
            for (List<RecordedTransaction> lane : lanes) {
                PlainConnection connection = new PlainConnection(owner, database);
                connections.add(connection);
                for (RecordedTransaction transaction : lane) {
                    connection.prepare(transaction);
                }
            }
            List<Callable<Boolean>> work = new ArrayList<>();
            for (int lane = 0; lane < lanes.size(); lane++) {
                work.add(run(connections.get(lane), lanes.get(lane)));
            }
            long start = System.nanoTime();
            for (Future<Boolean> done : threads.invokeAll(work)) {
                var _ = done.get();
            }
            return (System.nanoTime() - start) / 1e9;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the plain client failed", e);
        } finally {
            connections.forEach(PlainClient::close);
        }
    }

    private static Callable<Boolean> run(PlainConnection connection, List<RecordedTransaction> lane) {
        return () -> {
            for (RecordedTransaction transaction : lane) {
                connection.run(transaction);
            }
            if (connection.refusals() > 0) {
                throw new IllegalStateException(
                        connection.refusals() + " statements were refused, the first: " + connection.complaint());
            }
            return true;
        };
    }

    private static void close(PlainConnection connection) {
        try {
            connection.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
