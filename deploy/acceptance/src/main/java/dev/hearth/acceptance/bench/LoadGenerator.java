package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * The load generator, a process of its own: reads one {@link Load} a line from standard input, puts it on the server,
 * and writes one {@link LoadResult} a line to standard output.
 */
public final class LoadGenerator {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LOOPS = 2;
    private static final int COMPLAINTS = 5;
    private static final AtomicInteger COMPLAINED = new AtomicInteger();

    private final Vertx vertx = Vertx.vertx(new VertxOptions().setEventLoopPoolSize(LOOPS));
    private int run = ThreadLocalRandom.current().nextInt(1 << 23);

    private LoadGenerator() {}

    public static void main(String[] arguments) throws IOException {
        LoadGenerator generator = new LoadGenerator();
        BufferedReader orders = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        try {
            for (String line = orders.readLine(); line != null; line = orders.readLine()) {
                System.out.println(JSON.writeValueAsString(generator.put(JSON.readValue(line, Load.class))));
            }
        } catch (IllegalStateException e) {
            System.err.println("load generator: " + e);
            System.exit(1);
        }
        System.exit(0);
    }

    /** The first few failures of a process are told; the rest is counted. */
    static void complain(Throwable failure) {
        if (COMPLAINED.incrementAndGet() <= COMPLAINTS) {
            System.err.println("load generator: " + failure);
        }
    }

    private LoadResult put(Load load) {
        Tallies tallies = new Tallies(load.seconds());
        List<Future<Void>> done = new ArrayList<>();
        int gunners = Math.min(LOOPS, load.connections());
        for (int place = 0; place < gunners; place++) {
            Gunner gunner = new Gunner(load, tallies, gunners, place, run++);
            var _ = vertx.deployVerticle(gunner);
            done.add(gunner.done());
        }
        await(Future.all(done), load.seconds() + 30);
        return tallies.result();
    }

    private static void await(Future<?> future, int seconds) {
        try {
            var _ = future.toCompletionStage().toCompletableFuture().get(seconds, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new IllegalStateException("the load did not end", e);
        }
    }
}
