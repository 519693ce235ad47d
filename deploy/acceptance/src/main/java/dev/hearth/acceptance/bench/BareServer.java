package dev.hearth.acceptance.bench;

import io.vertx.core.AbstractVerticle;
import io.vertx.core.DeploymentOptions;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What the ingest is measured against: a bare Vert.x server that parses a request and hands each of its events to a
 * Kafka producer, and does nothing else: no token, no checks, no member's status, no day, no envelope, no trace.
 *
 * <p>Arguments: bootstrap servers, topic, producer settings as {@code name=value}. Writes its port to standard output.
 */
public final class BareServer extends AbstractVerticle {
    private final KafkaProducer<String, byte[]> producer;
    private final String topic;
    private final AtomicInteger port;
    private final CountDownLatch ready;

    private BareServer(KafkaProducer<String, byte[]> producer, String topic, AtomicInteger port, CountDownLatch ready) {
        this.producer = producer;
        this.topic = topic;
        this.port = port;
        this.ready = ready;
    }

    public static void main(String[] arguments) throws InterruptedException, IOException {
        ProducerSettings settings = ProducerSettings.parse(arguments);
        KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(Map.copyOf(settings.values()), new StringSerializer(), new ByteArraySerializer());
        int loops = Runtime.getRuntime().availableProcessors();
        AtomicInteger port = new AtomicInteger();
        CountDownLatch ready = new CountDownLatch(loops);
        Vertx vertx = Vertx.vertx();
        var _ = vertx.deployVerticle(
                () -> new BareServer(producer, settings.topic(), port, ready),
                new DeploymentOptions().setInstances(loops));
        ready.await();
        System.out.println(port.get());
        // Ends with the process that started it.
        var _ = System.in.transferTo(OutputStream.nullOutputStream());
        System.exit(0);
    }

    @Override
    public void start() {
        // -1: a free port, and the same one for every loop.
        var _ = vertx.createHttpServer()
                .requestHandler(this::handle)
                .listen(-1, "127.0.0.1")
                .onSuccess(server -> {
                    port.set(server.actualPort());
                    ready.countDown();
                });
    }

    private void handle(HttpServerRequest request) {
        var _ = request.body().onSuccess(body -> hand(body, request));
    }

    private void hand(Buffer body, HttpServerRequest request) {
        JsonArray events = body.toJsonObject().getJsonArray("events");
        Countdown countdown = new Countdown(events.size(), context, request.response());
        for (int place = 0; place < events.size(); place++) {
            JsonObject event = events.getJsonObject(place);
            var _ = producer.send(
                    new ProducerRecord<>(
                            topic, event.getString("memberId"), event.toBuffer().getBytes()),
                    countdown);
        }
    }
}
