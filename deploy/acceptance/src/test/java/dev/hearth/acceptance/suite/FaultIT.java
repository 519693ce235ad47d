package dev.hearth.acceptance.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.hearth.acceptance.truth.Figures;
import dev.hearth.local.TokenRequest;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the suite does when a part of it, or what comes in, is broken. */
class FaultIT {
    private static final String NOON = "2024-05-01T12:00:00Z";
    private static final Duration TWO_SECONDS = Duration.ofSeconds(2);

    private final RunningSuite suite = RunningSuite.shared();
    private final Client client = new Client(suite.stack().token(TokenRequest.forEverything()));

    @ParameterizedTest
    @CsvSource({
        "MEMBER, /communities/nowhere",
        "MEMBER, /communities/nowhere/members/ann",
        "ENGAGEMENT, /communities/nowhere/event-kinds",
        "INCENTIVE, /communities/nowhere/trial-balance",
        "INCENTIVE, /communities/nowhere/members/ann/balances",
        "ANALYTICS, /communities/nowhere/active-members"
    })
    void tellsOfAnUnknownCommunityOnlyToWhomItMayConcern(String service, String path) {
        URI address = address(service, path);
        Client stranger = new Client(suite.stack()
                .token(TokenRequest.forSubject("stranger")
                        .scopes(String.join(" ", TokenRequest.ALL_SCOPES))
                        .community("elsewhere")));

        assertProblem(client.get(address), 404);
        assertProblem(stranger.get(address), 403);
    }

    @Test
    void tellsASenderOfEventsTheSame() {
        URI address = suite.engagement("/communities/nowhere/events");
        Client stranger = new Client(suite.stack()
                .token(TokenRequest.forSubject("stranger")
                        .scopes("events:write")
                        .community("elsewhere")));
        String body = Client.messages("ann", NOON, "n-1");

        assertProblem(client.post(address, body), 404);
        assertProblem(stranger.post(address, body), 403);
    }

    @Test
    void answers503WithinTwoSecondsWhileTheBrokerIsDownAndLosesNothingThatWasAcknowledged() {
        establish("brokerless");
        List<String> acknowledged = new ArrayList<>();
        for (int n = 0; n < 20; n++) {
            acknowledge("brokerless", "before-" + n, acknowledged);
        }
        suite.stack().kafka().kill();
        try {
            for (int n = 0; n < 3; n++) {
                assertUnavailableSoon("brokerless", "during-" + n);
            }
        } finally {
            suite.stack().kafka().restart();
        }
        var _ = Eventually.get(() -> post("brokerless", "after"), answer -> answer.statusCode() == 202);
        acknowledged.add("after");

        List<String> found = idsOnTheTopic("brokerless");
        assertThat(found).containsAll(acknowledged);
        // Far above the caps: what was answered 503 and arrived all the same changes nothing.
        awaitPoints("brokerless", 20 + 5, 20);
    }

    @Test
    void takesEventsWhileTheDatabaseIsDownAndPaysForThemAfterwards() {
        establish("baseless");
        List<String> acknowledged = new ArrayList<>();
        suite.stack().postgres().kill();
        try {
            for (int n = 0; n < 5; n++) {
                acknowledge("baseless", "d-" + n, acknowledged);
            }
            HttpResponse<String> put = client.put(suite.member("/communities/baseless/members/zoe"), "{}");
            assertProblem(put, 503);
            assertThat(put.headers().firstValue("Retry-After")).isPresent();
        } finally {
            suite.stack().postgres().restart();
        }
        var _ = Eventually.get(
                () -> client.put(suite.member("/communities/baseless/members/zoe"), "{}"),
                answer -> answer.statusCode() == 201 || answer.statusCode() == 200);
        acknowledge("baseless", "d-5", acknowledged);

        awaitPoints("baseless", 6 * 2 + 5, 6 * 2 + 5);
        Figures points = new Points(suite, "baseless").all();
        // The relay sends when it has found its database again.
        var _ = Eventually.get(() -> points.differencesTo(new Streams(suite, "baseless").credits()), List::isEmpty);
    }

    @Test
    void putsAPoisonRecordAsideWithItsCauseAndGoesOn() {
        establish("poisoned");
        String key = "poisoned/ann";
        byte[] poison = "{\"this is\": not json".getBytes(UTF_8);
        int partition = produce(key, poison);
        acknowledge("poisoned", "p-1", new ArrayList<>());

        awaitPoints("poisoned", 2 + 5, 2 + 5);
        for (String service : List.of("analytics-service", "incentive-service")) {
            ConsumerRecord<String, byte[]> letter = Eventually.get(
                            () -> new Topic(suite, "hearth.dead-letter." + service)
                                    .find(read -> key.equals(read.key())),
                            letters -> !letters.isEmpty())
                    .getFirst();
            assertThat(letter.value()).isEqualTo(poison);
            assertThat(Topic.header(letter, "dead-letter-topic")).isEqualTo("hearth.engagement");
            assertThat(Topic.header(letter, "dead-letter-partition")).isEqualTo(Integer.toString(partition));
            assertThat(Topic.header(letter, "dead-letter-offset")).isNotBlank();
            assertThat(Topic.header(letter, "dead-letter-reason")).isNotBlank();
        }
        Figures measured = new Activity(suite, "poisoned").all();
        Figures expected = new Figures();
        expected.put("2024-05-01 dau", 1);
        assertThat(expected.differencesTo(measured)).noneMatch(line -> line.startsWith("2024-05-01 dau"));
    }

    @Test
    void carriesTheTraceOfARequestIntoItsRecordsAndWhatTheyCause() {
        establish("traced");
        String trace = "4bf92f3577b34da6a3ce929d0e0e4736";
        HttpResponse<String> answer = client.post(
                suite.engagement("/communities/traced/events"),
                Client.messages("ann", NOON, "t-1"),
                "traceparent",
                "00-" + trace + "-00f067aa0ba902b7-01");
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);

        assertThat(tracesOf("hearth.engagement", "traced")).containsOnly(trace);
        awaitPoints("traced", 2 + 5, 2 + 5);
        assertThat(tracesOf("hearth.incentive", "traced")).containsOnly(trace);
    }

    private List<String> tracesOf(String topic, String community) {
        return new Topic(suite, topic)
                .find(read -> community.equals(Topic.header(read, "ce_community"))).stream()
                        .map(read -> Objects.requireNonNullElse(Topic.header(read, "traceparent"), "none----"))
                        .map(traceparent -> traceparent.split("-", -1)[1])
                        .toList();
    }

    private void establish(String community) {
        String charter =
                "{\"name\":\"" + community + "\",\"purpose\":\"faults\",\"zone\":\"UTC\",\"joinMode\":\"OPEN\"}";
        assertThat(client.put(suite.member("/communities/" + community), charter)
                        .statusCode())
                .isEqualTo(201);
        var _ = suite.client()
                .put(suite.member("/communities/" + community + "/members/ann"), JsonNodeFactory.instance.objectNode())
                .orFail("PUT ann");
        new Rules(suite, community, List.of("message.posted")).make();
        var _ = Eventually.succeeds(
                () -> suite.client().get(suite.engagement("/communities/" + community + "/event-kinds")));
    }

    private HttpResponse<String> post(String community, String id) {
        return client.post(suite.engagement("/communities/" + community + "/events"), Client.messages("ann", NOON, id));
    }

    private void acknowledge(String community, String id, List<String> acknowledged) {
        HttpResponse<String> answer = post(community, id);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
        acknowledged.add(id);
    }

    private void assertUnavailableSoon(String community, String id) {
        long start = System.nanoTime();
        HttpResponse<String> answer = post(community, id);
        Duration took = Duration.ofNanos(System.nanoTime() - start);

        assertProblem(answer, 503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
        assertThat(took).isLessThan(TWO_SECONDS);
    }

    private List<String> idsOnTheTopic(String community) {
        return new Topic(suite, "hearth.engagement")
                .find(read -> community.equals(Topic.header(read, "ce_community"))).stream()
                        .map(read -> Objects.requireNonNullElse(Topic.header(read, "ce_id"), "none"))
                        .toList();
    }

    /** Waits until ann has these points by the two rules, and then looks that she does not get more. */
    private void awaitPoints(String community, long a, long b) {
        Figures expected = new Figures();
        expected.put(Points.name(Rules.A, "ann"), a);
        expected.put(Points.name(Rules.B, "ann"), b);
        Points points = new Points(suite, community);
        var _ = Eventually.get(() -> expected.differencesTo(points.all()), List::isEmpty);
        var _ = Eventually.get(
                () -> suite.client().get(suite.incentive("/consumer-positions")),
                answer -> answer.body().path("lag").asLong(1) == 0);
        var _ = Eventually.get(
                () -> suite.client().get(suite.analytics("/consumer-positions")),
                answer -> answer.body().path("lag").asLong(1) == 0);
        assertThat(expected.differencesTo(points.all())).isEmpty();
        assertThat(points.trialBalance().path("sound").asBoolean()).isTrue();
    }

    private int produce(String key, byte[] value) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", suite.stack().kafka().bootstrapServers(), "acks", "all");
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer())) {
            return producer.send(new ProducerRecord<>("hearth.engagement", key, value))
                    .get(20, TimeUnit.SECONDS)
                    .partition();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        } catch (ExecutionException | TimeoutException e) {
            throw new AssertionError("the broker did not take the record", e);
        }
    }

    private URI address(String service, String path) {
        return switch (service) {
            case "MEMBER" -> suite.member(path);
            case "ENGAGEMENT" -> suite.engagement(path);
            case "INCENTIVE" -> suite.incentive(path);
            default -> suite.analytics(path);
        };
    }

    private static void assertProblem(HttpResponse<String> answer, int status) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(status);
        assertThat(answer.headers().firstValue("Content-Type").orElse("none")).startsWith("application/problem+json");
    }
}
