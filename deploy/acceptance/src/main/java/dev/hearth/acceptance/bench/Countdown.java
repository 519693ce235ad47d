package dev.hearth.acceptance.bench;

import io.vertx.core.Context;
import io.vertx.core.http.HttpServerResponse;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.jspecify.annotations.Nullable;

/** Answers a request when the broker has acknowledged all of its events: the same promise that the ingest makes. */
final class Countdown implements Callback {
    private final int events;
    private final AtomicInteger left;
    private final Context context;
    private final HttpServerResponse response;
    private volatile boolean failed;

    Countdown(int events, Context context, HttpServerResponse response) {
        this.events = events;
        this.left = new AtomicInteger(events);
        this.context = context;
        this.response = response;
    }

    @Override
    public void onCompletion(@Nullable RecordMetadata metadata, @Nullable Exception failure) {
        if (failure != null) {
            failed = true;
        }
        if (left.decrementAndGet() == 0) {
            context.runOnContext(now -> answer());
        }
    }

    private void answer() {
        var _ = response.setStatusCode(failed ? 503 : 202)
                .putHeader("content-type", "application/json")
                .end("{\"accepted\":" + (failed ? 0 : events) + ",\"refused\":[]}");
    }
}
