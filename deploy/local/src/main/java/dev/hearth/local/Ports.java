package dev.hearth.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;

/** Ports on the loopback interface. */
public final class Ports {

    /**
     * Below the range from which systems take the local end of outgoing connections: nothing else grabs these by
     * chance.
     */
    private static final int LOWEST = 20_000;

    private static final int HIGHEST = 32_000;

    private Ports() {}

    /** A port nobody listens on. Random, so that test runs beside each other do not race for the same one. */
    public static int free() {
        for (var attempt = 0; attempt < 1_000; attempt++) {
            var port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            if (isFree(port)) {
                return port;
            }
        }
        throw new LocalServerException("No free port between " + LOWEST + " and " + HIGHEST + " on 127.0.0.1.");
    }

    /**
     * Whether a server could listen there now; a port that is only in TIME_WAIT counts as free, as it does for servers.
     */
    public static boolean isFree(int port) {
        return canBind(InetAddress.getLoopbackAddress(), port) && canBind(null, port);
    }

    private static boolean canBind(@org.jspecify.annotations.Nullable InetAddress address, int port) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(address, port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
