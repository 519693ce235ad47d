package dev.hearth.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.local.Logs;
import dev.hearth.local.Ports;
import dev.hearth.local.TokenIssuer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jose4j.jwa.AlgorithmConstraints;
import org.jose4j.jws.AlgorithmIdentifiers;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    @TempDir
    private Path directory = Path.of("");

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void showsEachPartThenATokenAndACallAndTakesEverythingDownEvenWhenItIsKilled() throws Exception {
        var config = config();
        var killed = up(config);
        var screen = await(killed, "A first call:");
        for (var part : Part.values()) {
            assertThat(screen).containsPattern(part.title() + " +ready +\\d+\\.\\d s .*" + config.port(part));
        }
        assertThat(claims(screen, config).getStringClaimValue("scope")).contains("members:write");
        killed.process().destroyForcibly();
        allPortsFree(config);
        startsAgainOnTheSameDataAndStopsServicesBeforeTheirStores(config);
    }

    private void startsAgainOnTheSameDataAndStopsServicesBeforeTheirStores(StackConfig config) throws Exception {
        var up = up(config);
        var _ = await(up, "A first call:");
        up.process().destroy();
        assertThat(up.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        var end = Files.readString(up.screen());
        assertThat(end).contains("Hearth has stopped.");
        for (var service : List.of("member-service", "engagement-service", "incentive-service", "analytics-service")) {
            for (var store : List.of("Kafka", "PostgreSQL", "MongoDB")) {
                assertThat(end.indexOf(service + " stopped")).isPositive().isLessThan(end.indexOf(store + " stopped"));
            }
        }
        allPortsFree(config);
    }

    @Test
    void stopsEverythingWhenInterruptedWhileStarting() throws Exception {
        var config = config();
        var up = up(config);
        var _ = await(up, "Kafka starts");
        up.process().destroy();
        assertThat(up.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
        allPortsFree(config);
    }

    @Test
    void endsWithOneAndTheReasonWhenAPortIsInUse() throws Exception {
        var config = config();
        try (var taken = new ServerSocket(config.port(Part.MEMBER), 1, InetAddress.getLoopbackAddress())) {
            var up = up(config);
            assertThat(up.process().waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(up.process().exitValue()).isEqualTo(1);
            assertThat(Files.readString(up.screen()))
                    .contains("Port " + taken.getLocalPort() + ", which member-service needs, is in use")
                    .contains("--port-member");
        }
    }

    @Test
    void mintsATokenForEverythingUnlessTold() throws Exception {
        var claims = token();
        assertThat(claims.getSubject()).isEqualTo("local");
        assertThat(claims.getStringClaimValue("scope").split(" ", -1))
                .contains("communities:write", "incentives:approve", "analytics:write", "operations:write")
                .hasSize(14);
        assertThat(claims.getStringListClaimValue("communities")).containsExactly("*");
        assertThat(claims.hasClaim("member")).isFalse();
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(Duration.ofHours(12).toSeconds());
    }

    @Test
    void mintsATokenForOneMemberOfTwoCommunities() throws Exception {
        var claims = token(
                "--scope=events:write",
                "--scope",
                "members:read,incentives:read",
                "--community",
                "a b",
                "--member",
                "m-1",
                "--subject",
                "app",
                "--lifetime",
                "30m");
        assertThat(claims.getSubject()).isEqualTo("app");
        assertThat(claims.getStringClaimValue("scope")).isEqualTo("events:write members:read incentives:read");
        assertThat(claims.getStringListClaimValue("communities")).containsExactly("a", "b");
        assertThat(claims.getStringClaimValue("member")).isEqualTo("m-1");
        assertThat(claims.getExpirationTime().getValue() - claims.getIssuedAt().getValue())
                .isEqualTo(Duration.ofMinutes(30).toSeconds());
    }

    @Test
    void endsWithTwoWhenTheCommandLineMakesNoSense() {
        assertThat(run(Map.of())).isEqualTo(2);
        assertThat(run(Map.of(), "down")).isEqualTo(2);
        assertThat(run(Map.of(), "up", "--port-mysql", "1")).isEqualTo(2);
        assertThat(run(Map.of(), "up", "everything")).isEqualTo(2);
        assertThat(run(Map.of(), "token", "--scope")).isEqualTo(2);
        assertThat(run(Map.of(), "token", "--scope", "members:wirte")).isEqualTo(2);
        assertThat(run(Map.of(), "token", "--lifetime", "long")).isEqualTo(2);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("Unknown command: down")
                .contains("Unknown option: --port-mysql")
                .contains("Not an option: everything")
                .contains("--scope needs a value")
                .contains("Unknown scope: members:wirte")
                .contains("Not a lifetime");
    }

    @Test
    void readsTheDemoAmongOtherOptions() {
        var environment = StackConfig.of(directory, Map.of());
        var options = UpOptions.read(environment, List.of("--port-mongo=3", "--demo", "--home", "/y"));
        assertThat(options.demo()).isTrue();
        assertThat(options.config().home()).isEqualTo(Path.of("/y"));
        assertThat(UpOptions.read(environment, List.of("--port-mongo", "3")).demo())
                .isFalse();
    }

    @Test
    void readsPortsFromTheEnvironmentAndLetsOptionsWin() {
        var environment = StackConfig.of(
                directory, Map.of("HEARTH_PORT_KAFKA", "1", "HEARTH_PORT_MONGO", "2", "HEARTH_HOME", "/x"));
        var config = UpOptions.read(environment, List.of("--port-mongo=3", "--home", "/y"))
                .config();
        assertThat(config.port(Part.KAFKA)).isEqualTo(1);
        assertThat(config.port(Part.MONGO)).isEqualTo(3);
        assertThat(config.port(Part.MEMBER)).isEqualTo(8081);
        assertThat(config.home()).isEqualTo(Path.of("/y"));
    }

    @Test
    void refusesPortsThatAreNoneOrGivenTwice() {
        assertThat(run(Map.of("HEARTH_PORT_KAFKA", "many"), "up")).isEqualTo(1);
        assertThat(run(Map.of("HEARTH_PORT_KAFKA", "70000"), "up")).isEqualTo(1);
        assertThat(run(Map.of("HEARTH_PORT_KAFKA", "8081"), "up")).isEqualTo(1);
        assertThat(err.toString(StandardCharsets.UTF_8))
                .contains("HEARTH_PORT_KAFKA is not a port: many")
                .contains("Kafka needs a port from 1 to 65535")
                .contains("Port 8081 is given to two parts");
    }

    private record Up(Process process, Path screen) {}

    private StackConfig config() {
        return StackConfig.free(StandInService.checkout(directory), directory.resolve("home"));
    }

    private Up up(StackConfig config) throws IOException {
        var screen = Files.createTempFile(directory, "screen", ".txt");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dhearth.checkout=" + config.checkout(),
                "-cp",
                System.getProperty("java.class.path"),
                Launcher.class.getName(),
                "up",
                "--home=" + config.home()));
        for (var part : Part.values()) {
            command.add(part.portOption() + "=" + config.port(part));
        }
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(screen.toFile())
                .start();
        return new Up(process, screen);
    }

    private static String await(Up up, String text) throws IOException {
        waitFor(() ->
                Logs.tail(up.screen(), 100).contains(text) || !up.process().isAlive());
        var screen = Files.readString(up.screen());
        assertThat(screen).contains(text);
        return screen;
    }

    private static void allPortsFree(StackConfig config) {
        for (var part : Part.values()) {
            waitFor(() -> Ports.isFree(config.port(part)));
            assertThat(Ports.isFree(config.port(part)))
                    .describedAs(part.title())
                    .isTrue();
        }
    }

    private static void waitFor(BooleanSupplier condition) {
        var end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            try {
                Thread.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private int run(Map<String, String> environment, String... arguments) {
        var launcher = new Launcher(
                directory,
                environment,
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8));
        return launcher.run(List.of(arguments));
    }

    private JwtClaims token(String... options) throws Exception {
        var arguments = new ArrayList<>(List.of("token"));
        arguments.addAll(List.of(options));
        var home = directory.resolve("home");
        assertThat(run(Map.of("HEARTH_HOME", home.toString()), arguments.toArray(String[]::new)))
                .isZero();
        return verified(out.toString(StandardCharsets.UTF_8).strip(), home);
    }

    private static JwtClaims claims(String screen, StackConfig config) throws Exception {
        var line = screen.lines()
                .filter(text -> text.contains("export HEARTH_TOKEN="))
                .findFirst()
                .orElseThrow();
        return verified(line.substring(line.indexOf('=') + 1), config.home());
    }

    private static JwtClaims verified(String token, Path home) throws Exception {
        var key = java.security.KeyFactory.getInstance("RSA")
                .generatePublic(new java.security.spec.X509EncodedKeySpec(java.util.Base64.getDecoder()
                        .decode(StackHome.issuer(home).publicKey())));
        return new JwtConsumerBuilder()
                .setVerificationKey(key)
                .setExpectedIssuer(TokenIssuer.NAME)
                .setExpectedAudience(TokenIssuer.AUDIENCE)
                .setRequireExpirationTime()
                .setJwsAlgorithmConstraints(
                        AlgorithmConstraints.ConstraintType.PERMIT, AlgorithmIdentifiers.RSA_USING_SHA256)
                .build()
                .processToClaims(token);
    }
}
