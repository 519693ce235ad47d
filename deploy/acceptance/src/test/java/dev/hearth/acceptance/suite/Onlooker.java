package dev.hearth.acceptance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.acceptance.client.Answer;
import dev.hearth.acceptance.client.SuiteClient;
import dev.hearth.acceptance.client.SuiteUnreachable;
import dev.hearth.local.TokenRequest;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Somebody who looks at a figure of analytics again and again, whatever happens to it, and remembers the answers that
 * did not say that figures are being caught up with.
 */
final class Onlooker implements AutoCloseable {
    private static final long PAUSE_MILLIS = 20;

    private final SuiteClient client;
    private final URI address;
    private final List<JsonNode> settled = new CopyOnWriteArrayList<>();
    private final Thread thread;
    private volatile boolean over;
    private final AtomicInteger catchingUp = new AtomicInteger();
    private final AtomicInteger unanswered = new AtomicInteger();

    /** Begins to look at the active members of every day. */
    Onlooker(RunningSuite suite, String community) {
        this.client = suite.impatient(TokenRequest.forEverything());
        this.address = suite.analytics("/communities/" + community + "/active-members?period=DAY");
        this.thread = Thread.ofVirtual().start(this::look);
    }

    /** Day by day, what was shown as settled, in the order of time. */
    List<JsonNode> settled() {
        return settled;
    }

    /** How often it was told that figures are being caught up with, and how often it got no answer. */
    String rest() {
        return catchingUp + " answers while catching up, " + unanswered + " requests unanswered";
    }

    private void look() {
        while (!over) {
            try {
                Answer answer = client.get(address);
                if (!answer.succeeded()) {
                    unanswered.incrementAndGet();
                } else if (answer.body().path("asOf").path("catchingUp").asBoolean(true)) {
                    catchingUp.incrementAndGet();
                } else {
                    settled.add(answer.body().path("items"));
                }
                Thread.sleep(PAUSE_MILLIS);
            } catch (SuiteUnreachable away) {
                unanswered.incrementAndGet();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    @Override
    public void close() {
        over = true;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } finally {
            client.close();
        }
    }
}
