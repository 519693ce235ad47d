package dev.hearth.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.contract.engagement.EngagementRecorded;
import dev.hearth.contract.member.CommunityState;
import dev.hearth.contract.member.GroupState;
import dev.hearth.contract.member.JoinMode;
import dev.hearth.contract.member.MemberState;
import dev.hearth.contract.member.MemberStatus;
import dev.hearth.local.LocalKafka;
import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.event.KafkaCodec;
import dev.hearth.platform.event.Topics;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BooleanSupplier;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Plays member-service and engagement-service on the topics, and asks for figures as a caller does. */
public final class World implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI service;
    private final Events members = new Events("member-service", Clock.systemUTC());
    private final Events engagement = new Events("engagement-service", Clock.systemUTC());
    private final AtomicLong versions = new AtomicLong();
    private final KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
            Map.of("bootstrap.servers", LocalKafka.shared().bootstrapServers(), "linger.ms", 5),
            new StringSerializer(),
            new ByteArraySerializer());

    /** @param service where analytics-service is */
    public World(URI service) {
        this.service = service;
    }

    public void community(String community) {
        send(members.of(
                community,
                community,
                null,
                1,
                new CommunityState(community, "Acme", "", "Europe/Berlin", JoinMode.OPEN, 1)));
    }

    public void group(String community, String group) {
        send(members.of(
                community,
                Topics.groupKey(community, group),
                null,
                1,
                new GroupState(community, group, "A group", "Asia/Shanghai", null, 1)));
    }

    /** What the member is from now on, in whatever group it was. */
    public void member(String community, String member, int level, Set<String> tags, boolean planted) {
        long version = versions.incrementAndGet();
        send(members.of(
                community,
                Topics.memberKey(community, member),
                member,
                version,
                new MemberState(
                        community, member, MemberStatus.ACTIVE, level, Set.of(), tags, null, planted, version)));
    }

    public void act(String community, String member, @Nullable String group, String kind, LocalDate day) {
        act(community, member, group, kind, day.atTime(12, 0).toInstant(ZoneOffset.UTC), day);
    }

    public void act(
            String community, String member, @Nullable String group, String kind, Instant at, LocalDate localDate) {
        send(engagement.ofMember(
                community,
                member,
                0,
                new EngagementRecorded(kind, member, group, null, null, at, "Europe/Berlin", localDate, true, null)));
    }

    /** Does something to a target, at noon. */
    public void respond(String community, String member, String kind, LocalDate day, String target) {
        send(engagement.ofMember(
                community,
                member,
                0,
                new EngagementRecorded(
                        kind,
                        member,
                        null,
                        target,
                        null,
                        day.atTime(12, 0).toInstant(ZoneOffset.UTC),
                        "Europe/Berlin",
                        day,
                        true,
                        null)));
    }

    public void send(CloudEvent event) {
        ProducerRecord<String, byte[]> written =
                new ProducerRecord<>(event.topic(), event.key(), Objects.requireNonNull(event.data()));
        KafkaCodec.writeHeaders(event, written.headers());
        var _ = producer.send(written);
    }

    /** A record on hearth.engagement that is no event. */
    public void sendPoison(String key) {
        Future<RecordMetadata> sent = producer.send(
                new ProducerRecord<>(Topics.ENGAGEMENT, key, "no event".getBytes(StandardCharsets.UTF_8)));
        try {
            var _ = sent.get();
        } catch (InterruptedException | ExecutionException e) {
            throw new AssertionError(e);
        }
    }

    /** Waits until every event sent is in the figures, and the community is known. */
    public void settle(String community) {
        producer.flush();
        eventually(() -> positions().getLong("lag") == 0);
        eventually(() -> status("/communities/" + community + "/active-members") == 200);
    }

    public JsonPath positions() {
        return get("/consumer-positions");
    }

    public JsonPath get(String path) {
        return given().baseUri(service.toString())
                .auth()
                .oauth2(TestTokens.all())
                .when()
                .get(path)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    public int status(String path) {
        return given().baseUri(service.toString())
                .auth()
                .oauth2(TestTokens.all())
                .when()
                .get(path)
                .statusCode();
    }

    /** Waits until {@code fact} holds; an answer that fails counts as not yet. */
    public static void eventually(BooleanSupplier fact) {
        Instant end = Instant.now().plus(PATIENCE);
        boolean holds = false;
        while (!holds) {
            assertThat(Instant.now()).as("still waiting").isBefore(end);
            try {
                Thread.sleep(50);
                holds = fact.getAsBoolean();
            } catch (AssertionError notYet) {
                holds = false;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new AssertionError(e);
            }
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
