package dev.hearth.acceptance.replay;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.acceptance.replay.FakeSuite.Fault;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final Instant START = Instant.parse("2004-04-15T00:00:00Z");

    @TempDir
    Path folder;

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
    private FakeSuite suite;

    @BeforeEach
    void start() throws IOException {
        suite = new FakeSuite();
    }

    @AfterEach
    void stop() {
        suite.close();
    }

    @Test
    void postsEveryEventOnceAndInOrderWithOneRequestAtATime() throws IOException {
        int code = replay(file(1_234), "--concurrency", "1", "--batch", "100");

        assertThat(code).as(errors.toString(StandardCharsets.UTF_8)).isZero();
        assertThat(suite.arrivals).hasSize(1_234).doesNotHaveDuplicates().startsWith("e-0", "e-1", "e-2");
        assertThat(suite.stored.get("e-7"))
                .hasToString("{\"id\":\"e-7\",\"kind\":\"message.posted\",\"memberId\":\"m-7\","
                        + "\"occurredAt\":\"2004-04-15T00:07:00Z\",\"target\":\"m-8\"}");
        assertThat(text()).contains("1,234").contains("caught up");
    }

    @Test
    void registersTheCommunityItsMembersTargetsGroupsAndUnknownKinds() throws IOException {
        Path file = folder.resolve("club.csv");
        Files.writeString(file, """
                id,ts,user,kind,target,obj,value,group
                a,2020-01-01T00:00:00Z,ann,message,bob,,,north
                b,2020-01-01T00:00:00Z,ann,wave,,,7,south
                """);

        assertThat(replay(file, "--zone", "Asia/Shanghai")).isZero();

        assertThat(suite.put.keySet())
                .containsExactlyInAnyOrder(
                        "/communities/club",
                        "/communities/club/groups/north",
                        "/communities/club/groups/south",
                        "/communities/club/members/ann",
                        "/communities/club/members/bob",
                        "/communities/club/event-kinds/wave");
        assertThat(suite.bodyOf("/communities/club").path("zone").asText()).isEqualTo("Asia/Shanghai");
        assertThat(suite.bodyOf("/communities/club/members/ann").path("groups")).hasSize(2);
        assertThat(suite.eventOf("b").path("value").asLong()).isEqualTo(7);
    }

    @Test
    void doublesAndLosesNothingThoughAnswersGetLostAndTheIngestIsOverloaded() throws IOException {
        suite.faults.addAll(List.of(
                Fault.OVERLOADED, Fault.ANSWER_LOST, Fault.FIRST_LEFT_OUT, Fault.ANSWER_LOST, Fault.FIRST_LEFT_OUT));

        assertThat(replay(file(1_000), "--batch", "100")).isZero();

        assertThat(suite.stored).hasSize(1_000);
        assertThat(suite.faults).isEmpty();
        assertThat(text()).containsPattern("accepted +1,000\n").containsPattern("refused +0\n");
    }

    @Test
    void waitsAsLongAsTheIngestAsks() throws IOException {
        suite.faults.add(Fault.OVERLOADED);
        long start = System.nanoTime();

        assertThat(replay(file(1))).isZero();

        assertThat(System.nanoTime() - start).isGreaterThan(1_000_000_000L);
        assertThat(text()).containsPattern("requests repeated +1\n");
    }

    @Test
    void saysWhichEventsWereRefusedAndWhyAndExitsWithOne() throws IOException {
        Path file = folder.resolve("club.csv");
        Files.writeString(file, """
                id,ts,user,kind
                a,2020-01-01T00:00:00Z,banned,message
                b,2020-01-01T00:00:00Z,ann,message
                """);

        assertThat(replay(file)).isEqualTo(1);

        assertThat(suite.stored).containsOnlyKeys("b");
        assertThat(text()).contains("1  message.posted: /problems/member-banned");
    }

    @Test
    void shufflesTheSameWayForTheSameSeedAndAnotherWayForAnother() throws IOException {
        List<String> one = arrivalsOf("--shuffle", "7");
        List<String> again = arrivalsOf("--shuffle=7");
        List<String> other = arrivalsOf("--shuffle", "8");

        assertThat(one).isEqualTo(again).isNotEqualTo(other).containsExactlyInAnyOrderElementsOf(other);
        assertThat(one.subList(0, 3)).isNotEqualTo(List.of("e-0", "e-1", "e-2"));
    }

    @Test
    void sendsTheAskedShareASecondTime() throws IOException {
        List<String> arrivals = arrivalsOf("--repeat", "20%");

        assertThat(arrivals.size()).isBetween(550, 650);
        assertThat(new HashSet<>(arrivals)).hasSize(500);
        assertThat(suite.stored).hasSize(500);
    }

    @Test
    void postsOnlyWhatHappenedInTheAskedTime() throws IOException {
        List<String> arrivals = arrivalsOf("--from", "2004-04-15T00:10:00Z", "--to", "2004-04-15T00:13:00Z");

        assertThat(arrivals).containsExactly("e-10", "e-11", "e-12");
    }

    @Test
    void keepsBelowTheAskedRate() throws IOException {
        long start = System.nanoTime();

        assertThat(replay(file(600), "--rate", "500", "--batch", "50")).isZero();

        assertThat(System.nanoTime() - start).isGreaterThan(1_000_000_000L);
    }

    @Test
    void readsGzippedFilesAndNamesTheCommunityAfterTheFolder() throws IOException {
        Path file = folder.resolve("my club").resolve("events.csv.gz");
        Files.createDirectories(file.getParent());
        try (OutputStream bytes = new GZIPOutputStream(Files.newOutputStream(file))) {
            bytes.write("id,ts,user,kind\na,2020-01-01T00:00:00Z,ann,message\n".getBytes(StandardCharsets.UTF_8));
        }

        assertThat(replay(file)).isZero();
        assertThat(suite.put).containsKey("/communities/my-club");
    }

    @Test
    void saysThatAnalyticsAndLedgerDidNotCatchUpInTime() throws IOException {
        suite.lag.set(1_000_000);

        assertThat(replay(file(1), "--wait", "1")).isEqualTo(5);
        assertThat(text()).contains("not in time");
    }

    @Test
    void waitsUntilAnalyticsAndLedgerCaughtUp() throws IOException {
        suite.lag.set(50);

        assertThat(replay(file(1))).isZero();
        assertThat(suite.lag).hasValue(0);
    }

    @Test
    void sendsNothingOfAFileWithABadLine() throws IOException {
        Path file = folder.resolve("club.csv");
        Files.writeString(file, "id,ts,user,kind\na,2020-01-01T00:00:00Z,ann,message\nb,yesterday,ann,message\n");

        assertThat(replay(file)).isEqualTo(3);
        assertThat(errors.toString(StandardCharsets.UTF_8))
                .contains("line 3 ts is not")
                .contains("yesterday");
        assertThat(suite.put).isEmpty();
        assertThat(suite.arrivals).isEmpty();
    }

    @Test
    void saysWhenTheSuiteDoesNotAdmitIt() throws IOException {
        suite.token = "another";

        assertThat(replay(file(1))).isEqualTo(4);
        assertThat(errors.toString(StandardCharsets.UTF_8)).contains("401");
    }

    @Test
    void refusesArgumentsThatMakeNoSense() throws IOException {
        String file = file(1).toString();

        assertThat(run()).isEqualTo(2);
        assertThat(run(file, "--batch", "1001")).isEqualTo(2);
        assertThat(run(file, "--repeat", "110%")).isEqualTo(2);
        assertThat(run(file, "--from", "2005-01-01", "--to", "2004-01-01")).isEqualTo(2);
        assertThat(run(file, "--zone", "Mars/Olympus")).isEqualTo(2);
        assertThat(run(file, "--colour")).isEqualTo(2);
        assertThat(run(file, file)).isEqualTo(2);
        assertThat(run(folder.resolve("absent.csv").toString())).isEqualTo(3);
        assertThat(run("--help")).isZero();
        assertThat(suite.arrivals).isEmpty();
    }

    private List<String> arrivalsOf(String... options) throws IOException {
        suite.arrivals.clear();
        List<String> all = new ArrayList<>(List.of("--concurrency", "1", "--batch", "100"));
        all.addAll(Arrays.asList(options));
        assertThat(replay(file(500), all.toArray(String[]::new))).isZero();
        return List.copyOf(suite.arrivals);
    }

    private Path file(int events) throws IOException {
        StringBuilder csv = new StringBuilder("id,ts,user,kind,target,obj,value\n");
        for (int n = 0; n < events; n++) {
            csv.append("e-%d,%s,m-%d,message,m-%d,,%n".formatted(n, START.plusSeconds(60L * n), n % 50, n % 50 + 1));
        }
        return Files.writeString(folder.resolve("village.csv"), csv);
    }

    private int replay(Path file, String... options) {
        List<String> arguments = new ArrayList<>(List.of(file.toString()));
        arguments.addAll(Arrays.asList(options));
        return run(arguments.toArray(String[]::new));
    }

    private int run(String... arguments) {
        Screen screen = new Screen(new PrintStream(errors, true, StandardCharsets.UTF_8), false);
        PrintStream text = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new Replay(suite.environment(), () -> "none", text, screen).run(List.of(arguments));
    }

    private String text() {
        return out.toString(StandardCharsets.UTF_8);
    }
}
