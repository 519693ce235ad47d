package dev.hearth.local.stack;

import dev.hearth.local.LocalServer;
import java.time.Duration;
import java.util.EnumSet;
import java.util.Map;

/** Looks every second whether each part still lives, and tells the observer once when one does not. */
final class StackWatch {

    private static final Duration INTERVAL = Duration.ofSeconds(1);

    private final Map<Part, LocalServer> servers;
    private final StackObserver observer;
    private final Thread thread;

    StackWatch(Map<Part, LocalServer> servers, StackObserver observer) {
        this.servers = servers;
        this.observer = observer;
        this.thread = Thread.ofPlatform().daemon().name("stack-watch").unstarted(this::watch);
    }

    void begin() {
        thread.start();
    }

    void end() {
        thread.interrupt();
    }

    private void watch() {
        var dead = EnumSet.noneOf(Part.class);
        while (!Thread.currentThread().isInterrupted()) {
            servers.forEach((part, server) -> {
                if (server.running()) {
                    dead.remove(part);
                } else if (dead.add(part)) {
                    observer.died(part);
                }
            });
            try {
                Thread.sleep(INTERVAL);
            } catch (InterruptedException e) {
                return;
            }
        }
    }
}
