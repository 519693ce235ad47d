package dev.hearth.acceptance.bench.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.local.Database;
import dev.hearth.local.LocalPostgres;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** The baseline is only worth something if it does all that was recorded, and fails where that cannot be done. */
class PlainClientTest {
    private static final String ADD = "insert into added (number, name) values (?, ?)";

    private final LocalPostgres postgres = LocalPostgres.shared();
    private final Database database = postgres.database("recorded");

    @Test
    void doesInACopyWhatWasCommittedAndNothingElse() throws SQLException {
        List<RecordedTransaction> recorded = record("copied");

        double seconds = new PlainClient(database).run("copied", List.of(recorded));

        assertThat(recorded).hasSize(3);
        assertThat(recorded.getFirst().integer("insert into added", 0)).hasValue(1);
        assertThat(seconds).isPositive();
        assertThat(rows("copied")).isEqualTo(rows("recorded")).containsExactly("1 ann", "2 ann", "4 bob 4");
    }

    @Test
    void failsWhereTheDatabaseRefuses() throws SQLException {
        List<RecordedTransaction> recorded = record("refused");
        PlainClient client = new PlainClient(database);
        var _ = client.run("refused", List.of(recorded));

        assertThatThrownBy(() -> client.run("refused", List.of(recorded)))
                .hasStackTraceContaining("4 statements were refused")
                .hasStackTraceContaining("added_pkey");
    }

    private List<RecordedTransaction> record(String copy) throws SQLException {
        try (Connection direct = connect(postgres.port(), "recorded");
                var statement = direct.createStatement()) {
            var _ = statement.execute("drop table if exists added");
            var _ = statement.execute("create table added (number int primary key, name text)");
        }
        postgres.copy("recorded", copy, database);
        try (RecordingProxy proxy = new RecordingProxy(postgres.port());
                Connection recorded = connect(proxy.port(), "recorded");
                PreparedStatement add = recorded.prepareStatement(ADD)) {
            recorded.setAutoCommit(false);
            add(add, 1, "ann");
            recorded.commit();
            add(add, 2, "ann");
            recorded.commit();
            add(add, 3, "nobody");
            recorded.rollback();
            add(add, 4, "bob");
            try (var statement = recorded.createStatement()) {
                var _ = statement.executeUpdate("update added set name = name || ' 4' where number = 4");
            }
            recorded.commit();
            return proxy.recorded();
        }
    }

    private static void add(PreparedStatement statement, int number, String name) throws SQLException {
        statement.setInt(1, number);
        statement.setString(2, name);
        assertThat(statement.executeUpdate()).isOne();
    }

    private List<String> rows(String name) throws SQLException {
        try (Connection connection = connect(postgres.port(), name);
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select number || ' ' || name from added order by number")) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(1));
            }
            return found;
        }
    }

    private Connection connect(int port, String name) throws SQLException {
        Properties properties = new Properties();
        properties.setProperty("user", database.user());
        properties.setProperty("password", database.password());
        properties.setProperty("prepareThreshold", "-1");
        properties.setProperty("sslmode", "disable");
        properties.setProperty("gssEncMode", "disable");
        return DriverManager.getConnection("jdbc:postgresql://127.0.0.1:" + port + "/" + name, properties);
    }
}
