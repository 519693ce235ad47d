package dev.hearth.analytics.bench;

import dev.hearth.contract.engagement.EngagementRecorded;
import dev.hearth.local.LocalKafka;
import dev.hearth.local.LocalMongo;
import dev.hearth.local.TokenIssuer;
import dev.hearth.local.TokenRequest;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.event.KafkaCodec;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How fast the packaged service applies a topic to an empty store. Arguments: the service's jar
 * ({@code target/quarkus-app/quarkus-run.jar}), events (2000000), members (200000).
 */
final class ConsumptionBench {
    private static final Pattern LAG = Pattern.compile("\"lag\":(\\d+)");
    private static final LocalDate START = LocalDate.parse("2026-01-01");
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    private ConsumptionBench() {}

    public static void main(String[] arguments) throws IOException, InterruptedException {
        int events = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 2_000_000;
        int members = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 200_000;
        fill(events, members);
        TokenIssuer issuer = TokenIssuer.generate();
        int port = freePort();
        Process service = start(Path.of(arguments[0]), port, issuer.publicKey());
        try {
            URI positions = URI.create("http://localhost:" + port + "/consumer-positions");
            measure(positions, issuer.token(TokenRequest.forEverything()), events);
            System.out.printf(
                    "the service has used %s of processor time, its start included%n",
                    service.info().totalCpuDuration().orElseThrow());
        } finally {
            service.destroy();
            var _ = service.waitFor();
        }
    }

    private static void fill(int events, int members) {
        Events engagement = new Events("engagement-service", Clock.systemUTC());
        Random random = new Random(7);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                Map.of(
                        "bootstrap.servers",
                        LocalKafka.shared().bootstrapServers(),
                        "linger.ms",
                        10,
                        "compression.type",
                        "lz4"),
                new StringSerializer(),
                new ByteArraySerializer())) {
            for (int i = 0; i < events; i++) {
                CloudEvent event = event(engagement, random, members, (int) (90L * i / events));
                ProducerRecord<String, byte[]> written =
                        new ProducerRecord<>(event.topic(), event.key(), Objects.requireNonNull(event.data()));
                KafkaCodec.writeHeaders(event, written.headers());
                var _ = producer.send(written);
            }
        }
    }

    private static CloudEvent event(Events engagement, Random random, int members, int day) {
        String member = "member-" + random.nextInt(members);
        LocalDate date = START.plusDays(day);
        Instant at = date.atTime(12, 0).toInstant(ZoneOffset.UTC);
        return engagement.ofMember(
                "acme",
                member,
                0,
                new EngagementRecorded(
                        "kind-" + random.nextInt(5),
                        member,
                        "group-" + random.nextInt(20),
                        null,
                        null,
                        at,
                        "UTC",
                        date,
                        true,
                        null));
    }

    private static void measure(URI positions, String token, int events) throws IOException, InterruptedException {
        long begun = 0;
        long lag = events;
        while (lag > 0) {
            Thread.sleep(50);
            lag = lag(positions, token, lag);
            if (begun == 0 && lag < events) {
                begun = System.nanoTime();
                events = (int) lag;
            }
        }
        double seconds = (System.nanoTime() - begun) / 1e9;
        System.out.printf("%d events in %.2f s: %,.0f events/s%n", events, seconds, events / seconds);
    }

    private static long lag(URI positions, String token, long before) throws InterruptedException {
        try {
            String answer = CLIENT.send(
                            HttpRequest.newBuilder(positions)
                                    .header("Authorization", "Bearer " + token)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
            Matcher lag = LAG.matcher(answer);
            return lag.find() ? Long.parseLong(lag.group(1)) : before;
        } catch (IOException notYet) {
            return before;
        }
    }

    private static Process start(Path jar, int port, String publicKey) throws IOException {
        ProcessBuilder service = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", jar.toString());
        service.environment()
                .putAll(Map.of(
                        "KAFKA_BOOTSTRAP_SERVERS", LocalKafka.shared().bootstrapServers(),
                        "QUARKUS_MONGODB_CONNECTION_STRING", LocalMongo.shared().connectionString(),
                        "QUARKUS_HTTP_PORT", Integer.toString(port),
                        "QUARKUS_OIDC_PUBLIC_KEY", publicKey,
                        "QUARKUS_OIDC_TOKEN_ISSUER", TokenIssuer.NAME));
        return service.inheritIO().start();
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
