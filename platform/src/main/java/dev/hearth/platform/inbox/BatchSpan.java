package dev.hearth.platform.inbox;

import dev.hearth.platform.event.KafkaCodec;
import io.opentelemetry.api.GlobalOpenTelemetry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanContext;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.TraceFlags;
import io.opentelemetry.api.trace.TraceState;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One span a batch, linked to the traces that its records come from. Costs nothing per record where the span is not
 * sampled.
 */
final class BatchSpan {
    private static final int MAX_LINKS = 32;
    /** {@code 00-<32 hex digits>-<16 hex digits>-<2 hex digits>}. */
    private static final int TRACEPARENT_LENGTH = 55;

    private BatchSpan() {}

    static Uni<Void> around(PartitionBatch<?> batch, Supplier<Uni<Void>> apply) {
        return Uni.createFrom().deferred(() -> {
            Span span = start(batch);
            try (Scope _ = span.makeCurrent()) {
                return apply.get().onTermination().invoke((done, failure, cancelled) -> end(span, failure));
            } catch (RuntimeException e) {
                end(span, e);
                throw e;
            }
        });
    }

    private static Span start(PartitionBatch<?> batch) {
        Span span = GlobalOpenTelemetry.getTracer("dev.hearth.inbox")
                .spanBuilder("apply " + batch.partition().topic())
                .setNoParent()
                .setSpanKind(SpanKind.CONSUMER)
                .startSpan();
        if (span.isRecording()) {
            span.setAttribute("messaging.system", "kafka");
            span.setAttribute("messaging.destination.name", batch.partition().topic());
            span.setAttribute(
                    "messaging.destination.partition.id",
                    Integer.toString(batch.partition().partition()));
            span.setAttribute("messaging.kafka.offset", batch.from());
            span.setAttribute("messaging.batch.message_count", batch.size());
            link(span, batch);
        }
        return span;
    }

    private static void link(Span span, PartitionBatch<?> batch) {
        Set<String> linked = new HashSet<>();
        for (Received<?> received : batch.received()) {
            String traceparent = KafkaCodec.text(received.origin().headers(), KafkaCodec.TRACEPARENT);
            if (traceparent != null && traceparent.length() == TRACEPARENT_LENGTH && linked.add(traceparent)) {
                span.addLink(contextOf(traceparent));
            }
            if (linked.size() == MAX_LINKS) {
                return;
            }
        }
    }

    private static SpanContext contextOf(String traceparent) {
        return SpanContext.createFromRemoteParent(
                traceparent.substring(3, 35),
                traceparent.substring(36, 52),
                TraceFlags.fromHex(traceparent, 53),
                TraceState.getDefault());
    }

    private static void end(Span span, @Nullable Throwable failure) {
        if (failure != null) {
            span.setStatus(StatusCode.ERROR, failure.getClass().getSimpleName());
        }
        span.end();
    }
}
