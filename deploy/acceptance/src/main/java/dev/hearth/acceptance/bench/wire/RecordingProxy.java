package dev.hearth.acceptance.bench.wire;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** Stands between a service and PostgreSQL and keeps what is committed through it, in the order of the commits. */
public final class RecordingProxy implements AutoCloseable {
    private static final int BUFFER = 1 << 16;

    private final ServerSocket server;
    private final int target;
    private final List<RecordedTransaction> recorded = Collections.synchronizedList(new ArrayList<>());

    /** @param target PostgreSQL's port on 127.0.0.1 */
    public RecordingProxy(int target) {
        this.target = target;
        try {
            this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var _ = Thread.ofPlatform().daemon().name("recording-proxy").start(this::accept);
    }

    /** Where it listens on 127.0.0.1. */
    public int port() {
        return server.getLocalPort();
    }

    /** What was committed so far. */
    public List<RecordedTransaction> recorded() {
        synchronized (recorded) {
            return List.copyOf(recorded);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket database = new Socket(InetAddress.getLoopbackAddress(), target);
                client.setTcpNoDelay(true);
                database.setTcpNoDelay(true);
                Listener listener = new Listener(recorded::add);
                forward(client, database, listener::hear);
                forward(database, client, (bytes, count) -> {});
            } catch (IOException e) {
                // Closed, or the database is away: the client will notice.
            }
        }
    }

    @FunctionalInterface
    private interface Ear {
        void hear(byte[] bytes, int count);
    }

    private static void forward(Socket from, Socket to, Ear ear) {
        var _ = Thread.ofPlatform().daemon().start(() -> {
            byte[] buffer = new byte[BUFFER];
            try (from;
                    to;
                    InputStream in = from.getInputStream();
                    OutputStream out = to.getOutputStream()) {
                for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
                    ear.hear(buffer, count);
                    out.write(buffer, 0, count);
                }
            } catch (IOException e) {
                // One side went away, so the other one is closed too.
            }
        });
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
