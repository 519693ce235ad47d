package dev.hearth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LocalPostgresTest {

    @Test
    void losesNoCommittedRowWhenKilled(@TempDir Path directory) throws Exception {
        try (var postgres = LocalPostgres.start(directory)) {
            var database = postgres.database("ledger");
            try (var connection = postgres.connect(database);
                    var statement = connection.createStatement()) {
                statement.execute("create table entry (number int primary key)");
                for (var number = 1; number <= 50; number++) {
                    statement.execute("insert into entry values (" + number + ")");
                }
                postgres.kill();
            }
            assertThat(postgres.running()).isFalse();

            postgres.restart();
            assertThat(query(postgres, database, "select count(*) from entry")).isEqualTo("50");
        }
    }

    @Test
    void runsWithDurableSettings() throws Exception {
        var postgres = LocalPostgres.shared();
        var database = postgres.database("settings");
        assertThat(query(postgres, database, "show fsync")).isEqualTo("on");
        assertThat(query(postgres, database, "show synchronous_commit")).isEqualTo("on");
        assertThat(query(postgres, database, "show full_page_writes")).isEqualTo("on");
        assertThat(query(postgres, database, "show server_version")).startsWith("18.");
    }

    @Test
    void keepsPortAndDataOverAStop(@TempDir Path directory) throws Exception {
        try (var postgres = LocalPostgres.start(directory)) {
            var database = postgres.database("kept");
            update(postgres, database, "create table kept as select 7 as seven");
            var port = postgres.port();
            postgres.stop();
            assertThat(Ports.isFree(port)).isTrue();
            postgres.restart();
            assertThat(postgres.port()).isEqualTo(port);
            assertThat(query(postgres, postgres.database("kept"), "select seven from kept"))
                    .isEqualTo("7");
        }
    }

    @Test
    void takesOverFromAServerThatAnEarlierRunLeftBehind(@TempDir Path directory) throws Exception {
        var orphan = LocalPostgres.start(directory);
        update(orphan, orphan.database("kept"), "create table kept as select 7 as seven");
        try (var postgres = LocalPostgres.start(directory)) {
            assertThat(postgres.port()).isNotEqualTo(orphan.port());
            assertThat(Ports.isFree(orphan.port())).isTrue();
            assertThat(query(postgres, postgres.database("kept"), "select seven from kept"))
                    .isEqualTo("7");
        }
    }

    @Test
    void startsInSpiteOfALockFileThatNamesAnotherLivingProcess(@TempDir Path directory) throws Exception {
        try (var first = LocalPostgres.start(directory)) {
            first.stop();
            var lock = List.of(
                    Long.toString(ProcessHandle.current().pid()),
                    directory.resolve("data").toString(),
                    "1700000000",
                    "1");
            Files.write(directory.resolve("data/postmaster.pid"), lock);
        }
        try (var postgres = LocalPostgres.start(directory)) {
            assertThat(query(postgres, postgres.database("x"), "select 1")).isEqualTo("1");
        }
    }

    @Test
    void startsAfterTheMakingOfItsDataWasCutOff(@TempDir Path directory) throws Exception {
        var half = Files.createDirectories(directory.resolve("data.new"));
        Files.writeString(half.resolve("PG_VERSION"), "18\n");
        try (var postgres = LocalPostgres.start(directory)) {
            assertThat(query(postgres, postgres.database("x"), "select 1")).isEqualTo("1");
        }
        assertThat(half).doesNotExist();
    }

    @Test
    void freezesAndGoesOn() throws Exception {
        var postgres = LocalPostgres.shared();
        var database = postgres.database("frozen");
        try (var connection = postgres.connect(database);
                var statement = connection.createStatement()) {
            postgres.pause();
            var answer = java.util.concurrent.CompletableFuture.supplyAsync(() -> execute(statement, "select 1"));
            assertThatThrownBy(() -> answer.get(300, java.util.concurrent.TimeUnit.MILLISECONDS))
                    .isInstanceOf(java.util.concurrent.TimeoutException.class);
            postgres.resume();
            assertThat(answer.get(10, java.util.concurrent.TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void givesEachDatabaseAUserOfItsOwnWhoOpensNoOther() throws Exception {
        var postgres = LocalPostgres.shared();
        var one = postgres.database("one");
        var other = postgres.database("other");
        assertThat(query(postgres, one, "select current_user")).isEqualTo("one");
        var trespasser = new Database(other.port(), other.name(), "wrong");
        assertThatThrownBy(() -> java.sql.DriverManager.getConnection(other.jdbcUrl(), one.user(), one.password()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("permission denied");
        assertThatThrownBy(() ->
                        java.sql.DriverManager.getConnection(other.jdbcUrl(), trespasser.user(), trespasser.password()))
                .isInstanceOf(SQLException.class)
                .hasMessageContaining("password authentication failed");
    }

    @Test
    void refusesNamesThatAreNone() {
        for (var name : new ArrayList<>(List.of("", "A", "a-b", "a;drop", "x".repeat(64)))) {
            assertThatThrownBy(() -> LocalPostgres.shared().database(name)).isInstanceOf(LocalServerException.class);
        }
    }

    @Test
    void namesTheArchiveOfEachSystem() {
        assertThat(PostgresBinaries.archive("Linux", "amd64", false)).isEqualTo("postgres-linux-x86_64.txz");
        assertThat(PostgresBinaries.archive("Linux", "amd64", true))
                .isEqualTo("postgres-linux-x86_64-alpine_linux.txz");
        assertThat(PostgresBinaries.archive("Linux", "aarch64", false)).isEqualTo("postgres-linux-arm_64.txz");
        assertThat(PostgresBinaries.archive("Mac OS X", "aarch64", false)).isEqualTo("postgres-darwin-arm_64.txz");
        assertThatThrownBy(() -> PostgresBinaries.archive("Linux", "riscv64", false))
                .hasMessageContaining("riscv64")
                .hasMessageContaining("Docker");
    }

    private static boolean execute(java.sql.Statement statement, String sql) {
        try {
            return statement.execute(sql);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void update(LocalPostgres postgres, Database database, String sql) throws SQLException {
        try (var connection = postgres.connect(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String query(LocalPostgres postgres, Database database, String sql) throws SQLException {
        try (var connection = postgres.connect(database);
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            assertThat(rows.next()).isTrue();
            return rows.getString(1);
        }
    }
}
