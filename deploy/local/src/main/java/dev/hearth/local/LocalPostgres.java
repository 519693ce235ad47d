package dev.hearth.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.regex.Pattern;

/**
 * A real PostgreSQL with durable settings: what it has committed survives {@link #kill}. Works for root, who may not
 * run PostgreSQL, too: see {@link UnprivilegedUser}.
 */
public final class LocalPostgres implements LocalServer {

    private static final Duration INITIALISE_LIMIT = Duration.ofMinutes(2);
    private static final Duration START_LIMIT = Duration.ofSeconds(90);
    private static final Duration STOP_LIMIT = Duration.ofSeconds(30);
    private static final Pattern IDENTIFIER = Pattern.compile("[a-z][a-z0-9_]{0,62}");
    private static final String SUPERUSER = "postgres";

    /** Nothing here may trade safety for speed: figures and fault tests would mean nothing. */
    private static final Map<String, String> SETTINGS = Map.ofEntries(
            Map.entry("fsync", "on"),
            Map.entry("synchronous_commit", "on"),
            Map.entry("full_page_writes", "on"),
            Map.entry("listen_addresses", "127.0.0.1"),
            Map.entry("unix_socket_directories", ""),
            Map.entry("max_connections", "200"),
            Map.entry("shared_buffers", "128MB"),
            Map.entry("max_wal_size", "1GB"),
            Map.entry("jit", "off"),
            Map.entry("timezone", "UTC"),
            Map.entry("log_timezone", "UTC"),
            Map.entry("lc_messages", "C"));

    private final Path directory;
    private final int port;
    private final Path log;

    private LocalPostgres(Path directory, int port, Path log) {
        this.directory = directory;
        this.port = port;
        this.log = log;
    }

    /** Starts on a free port, with the data of the directory if there is any. */
    public static LocalPostgres start(Path directory) {
        return start(directory, Ports.free());
    }

    /** A server that an earlier, killed run left on the directory is stopped first. */
    public static LocalPostgres start(Path directory, int port) {
        var postgres = at(directory, port);
        postgres.restart();
        return postgres;
    }

    private static LocalPostgres at(Path directory, int port) {
        return at(directory, port, directory.toAbsolutePath().resolve("server.log"));
    }

    /** Controls the one on a directory, whether it runs or not; does not start it yet. */
    public static LocalPostgres at(Path directory, int port, Path log) {
        return new LocalPostgres(directory.toAbsolutePath(), port, log);
    }

    /**
     * The server that all tests of this JVM use: started at the first call, stopped and its data deleted at the JVM's
     * end.
     */
    public static LocalPostgres shared() {
        return SharedServers.get("postgres", LocalPostgres::start, LocalPostgres::at);
    }

    /** A database with a user of the same name who owns it; both are made if they are missing. */
    public Database database(String name) {
        if (!IDENTIFIER.matcher(name).matches()) {
            throw new LocalServerException("Not a database name: " + name);
        }
        try (var connection = connect(SUPERUSER)) {
            if (missing(connection, "select 1 from pg_roles where rolname = ?", name)) {
                execute(connection, "create role " + name + " login password '" + password() + "'");
            }
            if (missing(connection, "select 1 from pg_database where datname = ?", name)) {
                execute(connection, "create database " + name + " owner " + name);
                execute(connection, "revoke connect on database " + name + " from public");
            }
        } catch (SQLException e) {
            throw new LocalServerException("Cannot create database " + name, e);
        }
        return new Database(port, name, password());
    }

    /**
     * Copies a database as it is now, in the place of what has the copy's name. Nobody may be connected to either.
     *
     * @param owner whose user owns the copy
     */
    public void copy(String original, String copy, Database owner) {
        if (!IDENTIFIER.matcher(original).matches() || !IDENTIFIER.matcher(copy).matches()) {
            throw new LocalServerException("Not database names: " + original + ", " + copy);
        }
        try (var connection = connect(SUPERUSER)) {
            execute(connection, "drop database if exists " + copy);
            execute(connection, "create database " + copy + " template " + original + " owner " + owner.user());
            // What the copy costs is written now, and not in the middle of what is done with it.
            execute(connection, "checkpoint");
        } catch (SQLException e) {
            throw new LocalServerException("Cannot copy " + original + " to " + copy, e);
        }
    }

    /** A new connection of a database's own user; for tests that look into it. */
    public Connection connect(Database database) throws SQLException {
        return connect(database.jdbcUrl(), database.user());
    }

    private Connection connect(String name) throws SQLException {
        return connect("jdbc:postgresql://127.0.0.1:" + port + "/" + name, name);
    }

    /** Without DriverManager, which does not see a driver in another class loader. */
    private Connection connect(String url, String user) throws SQLException {
        var properties = new Properties();
        properties.setProperty("user", user);
        properties.setProperty("password", password());
        var connection = new org.postgresql.Driver().connect(url, properties);
        if (connection == null) {
            throw new SQLException("Not a PostgreSQL address: " + url);
        }
        return connection;
    }

    private static boolean missing(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            try (var rows = statement.executeQuery()) {
                return !rows.next();
            }
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            var _ = statement.execute(sql);
        }
    }

    @Override
    public String name() {
        return "PostgreSQL";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public Path log() {
        return log;
    }

    @Override
    public boolean running() {
        return Postmaster.of(data()).isPresent();
    }

    @Override
    public void stop() {
        end("INT");
    }

    @Override
    public void kill() {
        end("KILL");
    }

    @Override
    public void restart() {
        stop();
        if (!Files.exists(data().resolve("PG_VERSION"))) {
            initialise();
        }
        launch();
    }

    @Override
    public void pause() {
        Postmaster.of(data()).ifPresent(postmaster -> postmaster.signalFamily("STOP"));
    }

    @Override
    public void resume() {
        Postmaster.of(data()).ifPresent(postmaster -> postmaster.signalFamily("CONT"));
    }

    private void end(String signal) {
        Postmaster.of(data()).ifPresent(postmaster -> {
            postmaster.signalFamily("CONT");
            postmaster.end(signal, STOP_LIMIT);
        });
    }

    /** Elsewhere first: data half made by an initdb that was killed must not be taken for data. */
    private void initialise() {
        var made = directory.resolve("data.new");
        try {
            Directories.delete(made);
            Files.createDirectories(made);
            Files.setPosixFilePermissions(made, PosixFilePermissions.fromString("rwx------"));
            writePassword();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        var user = UnprivilegedUser.choose();
        user.own(directory);
        var _ = Processes.run(
                INITIALISE_LIMIT,
                user.command(List.of(
                        program("initdb"),
                        "--pgdata=" + made,
                        "--username=" + SUPERUSER,
                        "--auth=scram-sha-256",
                        "--pwfile=" + passwordFile(),
                        "--encoding=UTF8",
                        "--locale-provider=builtin",
                        "--builtin-locale=C.UTF-8",
                        "--locale=C")));
        try {
            Directories.delete(data());
            Files.move(made, data());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void launch() {
        var user = UnprivilegedUser.choose();
        var options = new ArrayList<String>();
        SETTINGS.forEach((key, value) -> options.add("-c " + key + "='" + value + "'"));
        options.add("-c port=" + port);
        var command = user.command(List.of(
                program("pg_ctl"),
                "start",
                "--wait",
                "--timeout=" + START_LIMIT.toSeconds(),
                "--pgdata=" + data(),
                "--log=" + log,
                "--options=" + String.join(" ", options)));
        runAfterCrash(command);
        var postmaster = Postmaster.of(data())
                .orElseThrow(
                        () -> new LocalServerException("PostgreSQL started and ended at once:\n" + Logs.tail(log, 25)));
        Processes.endWithUs(postmaster.pid(), "INT");
    }

    /** After a kill the processes of the old server need a moment to notice; until then a new one refuses to start. */
    private void runAfterCrash(List<String> command) {
        var end = System.nanoTime() + Duration.ofSeconds(15).toNanos();
        while (true) {
            try {
                var _ = Processes.run(START_LIMIT.plusSeconds(5), command);
                return;
            } catch (LocalServerException e) {
                var tail = Logs.tail(log, 25);
                if (System.nanoTime() > end || !tail.contains("pre-existing shared memory block")) {
                    throw new LocalServerException(
                            "PostgreSQL did not start. The end of its log " + log + ":\n" + tail, e);
                }
                Processes.sleep(Duration.ofMillis(250));
            }
        }
    }

    private Path data() {
        return directory.resolve("data");
    }

    private Path passwordFile() {
        return directory.resolve("password");
    }

    private void writePassword() throws IOException {
        var random = new byte[16];
        new SecureRandom().nextBytes(random);
        Files.deleteIfExists(passwordFile());
        Files.createFile(
                passwordFile(), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(passwordFile(), HexFormat.of().formatHex(random));
    }

    private String password() {
        try {
            return Files.readString(passwordFile()).strip();
        } catch (IOException e) {
            throw new LocalServerException("Cannot read PostgreSQL's password from " + passwordFile(), e);
        }
    }

    private static String program(String name) {
        return PostgresBinaries.directory().resolve("bin").resolve(name).toString();
    }
}
