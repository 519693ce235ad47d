package dev.hearth.local.server;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** How a child tells its parent that it serves, and learns that the parent is gone. */
final class ChildProcess {

    private ChildProcess() {}

    /** Writes the file that the parent waits for. */
    static void announce(Path readyFile) throws IOException {
        Files.writeString(readyFile, Long.toString(ProcessHandle.current().pid()));
    }

    /**
     * Ends this JVM in order when the parent closes our standard input, which the system does for it even when it is
     * killed: no server is left behind on its port.
     */
    static void endWithParent() {
        Thread.ofPlatform().daemon().name("parent-watch").start(() -> {
            try {
                while (System.in.read() >= 0) {
                    // The parent never writes: only the end of the stream matters.
                }
            } catch (IOException e) {
                // A broken pipe says the same as its end.
            }
            System.exit(0);
        });
    }
}
