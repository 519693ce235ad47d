package dev.hearth.engagement.kind;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.contract.engagement.EventKindState;
import dev.hearth.local.Database;
import dev.hearth.local.LocalPostgres;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.KafkaCodec;
import io.vertx.core.json.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.Test;

/** The migration that brings the outbox to a database in which kinds are declared. */
class OutboxMigrationTest {
    private final Database database =
            LocalPostgres.shared().database("kinds_" + ProcessHandle.current().pid());

    @Test
    void tellsOnceOfEveryKindThatWasDeclaredBefore() throws SQLException {
        migrate("1");
        try (Connection connection = LocalPostgres.shared().connect(database);
                Statement statement = connection.createStatement()) {
            assertThat(statement.executeUpdate("""
                            insert into event_kind values
                            ('tea', 'wave', 'Waved, "hello" 你好', '{}', 3, 2, '2026-01-02T03:04:05.678901Z'),
                            ('oak', 'nod', 'Nodded', '{}', 1, 1, '2026-01-02T03:04:05Z')""")).isEqualTo(2);
            migrate("2");
            migrate("2");

            List<CloudEvent> told = outbox(statement);

            assertThat(told)
                    .extracting(event -> ContractJson.read(Objects.requireNonNull(event.data()), EventKindState.class))
                    .containsExactly(
                            new EventKindState("oak", "nod", "Nodded", 1),
                            new EventKindState("tea", "wave", "Waved, \"hello\" 你好", 3));
            CloudEvent wave = told.getLast();
            assertThat(wave.key()).isEqualTo("tea/kind/wave");
            assertThat(wave.topic()).isEqualTo("hearth.community-state");
            assertThat(wave.type()).isEqualTo("dev.hearth.engagement.kind-state.v1");
            assertThat(wave.community()).isEqualTo("tea");
            assertThat(wave.aggregateVersion()).isEqualTo(3);
            assertThat(wave.time()).isEqualTo(Instant.parse("2026-01-02T03:04:05.678901Z"));
        }
    }

    @Test
    void makesTheOutboxAsThePlatformDoes() throws IOException {
        String platform = text("/db/platform/V0_1__outbox.sql");

        assertThat(text("/db/migration/V2__outbox.sql"))
                .contains(platform.substring(platform.indexOf("create table outbox")));
    }

    private void migrate(String target) {
        var _ = Flyway.configure()
                .dataSource(database.jdbcUrl(), database.user(), database.password())
                .locations("db/migration")
                .target(target)
                .load()
                .migrate();
    }

    /** The rows as the relay sends and a consumer reads them. */
    private static List<CloudEvent> outbox(Statement statement) throws SQLException {
        List<CloudEvent> events = new ArrayList<>();
        try (ResultSet row = statement.executeQuery("select * from outbox order by id")) {
            while (row.next()) {
                ConsumerRecord<String, byte[]> read =
                        new ConsumerRecord<>(row.getString("topic"), 0, 0, row.getString("key"), row.getBytes("data"));
                new JsonObject(row.getString("headers"))
                        .forEach(header -> read.headers()
                                .add(
                                        header.getKey(),
                                        header.getValue().toString().getBytes(UTF_8)));
                events.add(KafkaCodec.fromRecord(read));
            }
        }
        return events;
    }

    private static String text(String resource) throws IOException {
        try (InputStream stream = Objects.requireNonNull(OutboxMigrationTest.class.getResourceAsStream(resource))) {
            return new String(stream.readAllBytes(), UTF_8);
        }
    }
}
