package dev.hearth.local.server;

import de.bwaldvogel.mongo.backend.h2.H2Backend;
import java.nio.file.Path;

/**
 * A MongoDB-compatible server that keeps its data in one file. Arguments: port, data file, the file to write when it
 * serves.
 */
public final class MongoServer {

    private MongoServer() {}

    public static void main(String[] arguments) throws Exception {
        ChildProcess.endWithParent();
        var server = new de.bwaldvogel.mongo.MongoServer(new H2Backend(arguments[1]));
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdownNow, "shutdown"));
        server.bind("127.0.0.1", Integer.parseInt(arguments[0]));
        ChildProcess.announce(Path.of(arguments[2]));
        Thread.currentThread().join();
    }
}
