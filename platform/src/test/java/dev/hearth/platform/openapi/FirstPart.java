package dev.hearth.platform.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodySubscriber;
import java.net.http.HttpResponse.BodySubscribers;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Flow;

/** Of a stream of events, what the first one holds; then it is closed, since it would go on for ever. */
final class FirstPart implements BodySubscriber<String> {
    private final CompletableFuture<String> body = new CompletableFuture<>();
    private Flow.Subscription subscription = new None();

    private record None() implements Flow.Subscription {
        @Override
        public void request(long parts) {}

        @Override
        public void cancel() {}
    }

    /** The whole body, but of a stream of events only the first one. */
    static BodyHandler<String> ofStreams() {
        return answer -> answer.headers()
                        .firstValue("Content-Type")
                        .filter(type -> type.startsWith("text/event-stream"))
                        .isPresent()
                ? new FirstPart()
                : BodySubscribers.ofString(UTF_8);
    }

    @Override
    public CompletionStage<String> getBody() {
        return body;
    }

    @Override
    public void onSubscribe(Flow.Subscription begun) {
        subscription = begun;
        begun.request(1);
    }

    @Override
    public void onNext(List<ByteBuffer> parts) {
        StringBuilder text = new StringBuilder();
        parts.forEach(part -> text.append(UTF_8.decode(part)));
        subscription.cancel();
        var _ = body.complete(text.toString().strip().replaceFirst("^data:", ""));
    }

    @Override
    public void onError(Throwable fault) {
        var _ = body.completeExceptionally(fault);
    }

    @Override
    public void onComplete() {
        var _ = body.complete("");
    }
}
