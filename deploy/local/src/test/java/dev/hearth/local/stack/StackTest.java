package dev.hearth.local.stack;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.local.LocalPostgres;
import dev.hearth.local.LocalServerException;
import dev.hearth.local.LocalService;
import dev.hearth.local.Ports;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StackTest {

    @TempDir
    private Path directory = Path.of("");

    @Test
    void startsEveryPartTellsEachServiceWhereItsStoreIsAndReportsADeath() throws Exception {
        var ready = ConcurrentHashMap.<Part>newKeySet();
        BlockingQueue<Part> deaths = new ArrayBlockingQueue<>(10);
        var observer = new StackObserver() {
            @Override
            public void ready(Part part, Duration took) {
                ready.add(part);
            }

            @Override
            public void died(Part part) {
                deaths.add(part);
            }
        };
        var config = config();
        try (var stack = Stack.start(config, observer)) {
            assertThat(ready).containsExactlyInAnyOrder(Part.values());
            knowWhereTheirStoresAre(stack, config);
            keepsTheHomeForItself(stack, config);
            killsAndRestartsOneService(stack, deaths);
        }
        allPortsFree(config);
    }

    private static void knowWhereTheirStoresAre(Stack stack, StackConfig config) throws Exception {
        assertThat(environment(stack.service("member-service")))
                .contains("KAFKA_BOOTSTRAP_SERVERS=127.0.0.1:" + config.port(Part.KAFKA))
                .contains("QUARKUS_DATASOURCE_REACTIVE_URL=postgresql://127.0.0.1:" + config.port(Part.POSTGRES)
                        + "/hearth_member")
                .contains("QUARKUS_DATASOURCE_USERNAME=hearth_member")
                .contains("QUARKUS_OIDC_PUBLIC_KEY=" + stack.publicKey())
                .contains("QUARKUS_OIDC_TOKEN_ISSUER=https://hearth.local")
                .noneMatch(line -> line.startsWith("QUARKUS_MONGODB"));
        assertThat(environment(stack.service("analytics-service")))
                .contains("QUARKUS_MONGODB_CONNECTION_STRING=" + stack.mongo().connectionString())
                .contains("QUARKUS_MONGODB_DATABASE=hearth_analytics")
                .noneMatch(line -> line.startsWith("QUARKUS_DATASOURCE"));
        assertThat(Files.readAllLines(config.home().resolve("addresses")))
                .contains("HEARTH_ENGAGEMENT_URL=http://localhost:" + config.port(Part.ENGAGEMENT));
    }

    private static void keepsTheHomeForItself(Stack stack, StackConfig config) {
        assertThatThrownBy(() -> Stack.start(config, StackObserver.SILENT))
                .isInstanceOf(LocalServerException.class)
                .hasMessageContaining("already runs")
                .hasMessageContaining(Long.toString(ProcessHandle.current().pid()));
        assertThat(stack.kafka().running()).isTrue();
    }

    private static void killsAndRestartsOneService(Stack stack, BlockingQueue<Part> deaths) throws Exception {
        var service = stack.service("incentive-service");
        service.kill();
        assertThat(service.running()).isFalse();
        assertThat(deaths.poll(10, TimeUnit.SECONDS)).isEqualTo(Part.INCENTIVE);
        assertThat(stack.service("member-service").running()).isTrue();
        service.restart();
        assertThat(environment(service)).isNotEmpty();
        assertThatThrownBy(() -> stack.service("billing-service")).hasMessageContaining("billing-service");
    }

    @Test
    void stopsWhatAKilledRunLeftAliveAndGoesOnWithItsDataAndKey() throws Exception {
        var config = config();
        var postgres =
                LocalPostgres.at(config.data(Part.POSTGRES), config.port(Part.POSTGRES), config.log(Part.POSTGRES));
        var launch = new LocalService.Launch(
                "member-service",
                config.packaged(Part.MEMBER),
                config.port(Part.MEMBER),
                List.of(),
                () -> Map.of("QUARKUS_HTTP_PORT", Integer.toString(config.port(Part.MEMBER))));
        var member = new LocalService(launch, config.data(Part.MEMBER), config.log(Part.MEMBER));
        Files.createDirectories(config.home().resolve("log"));
        var key = StackHome.issuer(config.home()).publicKey();
        assertThat(PosixFilePermissions.toString(
                        Files.getPosixFilePermissions(config.home().resolve("signing-key"))))
                .isEqualTo("rw-------");
        postgres.restart();
        execute(postgres, "create table kept as select 7 as seven");
        member.restart();
        try (var stack = Stack.start(config, StackObserver.SILENT)) {
            assertThat(stack.service("member-service").running()).isTrue();
            assertThat(stack.publicKey()).isEqualTo(key);
            execute(stack.postgres(), "drop table kept");
        }
        assertThat(postgres.running()).isFalse();
        assertThat(member.running()).isFalse();
    }

    /** The first start of PostgreSQL makes its data with a program of its own and is not to be seen meanwhile. */
    @Test
    void leavesNothingAliveWhenClosedWhileItStarts() throws Exception {
        var config = config();
        var begun = new CountDownLatch(1);
        var observer = new StackObserver() {
            @Override
            public void starting(Part part) {
                if (part == Part.POSTGRES) {
                    begun.countDown();
                }
            }
        };
        var stack = Stack.prepare(config, observer);
        try (var executor = Executors.newVirtualThreadPerTaskExecutor()) {
            var starting = executor.submit(stack::startAll);
            begun.await();
            stack.close();
            assertThat(processesOn(config.home())).isEmpty();
            assertThatThrownBy(starting::get).hasCauseInstanceOf(LocalServerException.class);
        }
        assertThat(processesOn(config.home())).isEmpty();
        allPortsFree(config);
    }

    private static List<String> processesOn(Path home) {
        return ProcessHandle.allProcesses()
                .flatMap(process -> process.info().commandLine().stream())
                .filter(line -> line.contains(home.toString()))
                .toList();
    }

    @Test
    void namesThePartWhosePortIsInUseAndTheRemedy() throws Exception {
        var config = config();
        try (var taken = new ServerSocket(config.port(Part.POSTGRES), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(() -> Stack.start(config, StackObserver.SILENT))
                    .isInstanceOf(LocalServerException.class)
                    .hasMessageContaining("Port " + taken.getLocalPort() + ", which PostgreSQL needs, is in use")
                    .hasMessageContaining("HEARTH_PORT_POSTGRES");
        }
        allPortsFree(config);
    }

    @Test
    void tellsTheEndOfTheLogOfAServiceThatDoesNotStartAndStopsTheRest() throws Exception {
        var config = config();
        Files.writeString(config.packaged(Part.ANALYTICS), "not a jar");
        assertThatThrownBy(() -> Stack.start(config, StackObserver.SILENT))
                .isInstanceOf(LocalServerException.class)
                .hasMessageContaining("analytics-service ended while starting")
                .hasMessageContaining("corrupt jarfile");
        allPortsFree(config);
    }

    @Test
    void saysWhatToDoWhenAServiceIsNotPackaged() throws Exception {
        var config = config();
        Files.delete(config.packaged(Part.ENGAGEMENT));
        assertThatThrownBy(() -> Stack.start(config, StackObserver.SILENT))
                .hasMessageContaining("engagement-service is not packaged")
                .hasMessageContaining("./hearth up");
    }

    private static void allPortsFree(StackConfig config) {
        for (var part : Part.values()) {
            assertThat(Ports.isFree(config.port(part)))
                    .describedAs(part.title())
                    .isTrue();
        }
    }

    private StackConfig config() {
        return StackConfig.free(StandInService.checkout(directory), directory.resolve("home"));
    }

    private static void execute(LocalPostgres postgres, String sql) throws SQLException {
        try (var connection = postgres.connect(postgres.database("hearth_member"));
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static List<String> environment(LocalService service) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create(service.url() + "/environment"))
                    .build();
            return client.send(request, HttpResponse.BodyHandlers.ofString())
                    .body()
                    .lines()
                    .toList();
        }
    }
}
