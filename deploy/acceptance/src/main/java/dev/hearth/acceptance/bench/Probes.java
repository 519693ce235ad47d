package dev.hearth.acceptance.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import dev.hearth.local.stack.Part;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Predicate;

/**
 * Events that are sent by the clock, each of a member and of a day of its own, and looked for until they can be read:
 * in the balance of that member, and among the active members of that day.
 */
final class Probes implements AutoCloseable {
    private static final int A_SECOND = 20;
    private static final LocalDate DAY_OF_FIRST = LocalDate.of(2001, 1, 1);
    private static final long LOOK_MILLIS = 5;

    private final AnalyticsArena arena;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final List<CompletableFuture<Double>> balances = new ArrayList<>();
    private final List<CompletableFuture<Double>> figures = new ArrayList<>();

    /**
     * Begins to send.
     *
     * @param first no number from this one on was used before
     */
    Probes(AnalyticsArena arena, int first, int seconds) {
        this.arena = arena;
        long start = System.nanoTime();
        for (int place = 0; place < seconds * A_SECOND; place++) {
            int number = first + place;
            long due = start + place * (1_000_000_000L / A_SECOND);
            CompletableFuture<Void> sent = CompletableFuture.runAsync(() -> send(number, due), threads);
            balances.add(sent.thenApplyAsync(
                    accepted -> seen(due, balance(number), body -> points(body) > 0), threads));
            figures.add(sent.thenApplyAsync(accepted -> seen(due, figure(number), body -> active(body) > 0), threads));
        }
    }

    int count() {
        return balances.size();
    }

    /** How long it took until each was in a balance; waits for the last. */
    Latencies balances() {
        return Latencies.of(balances.stream().map(CompletableFuture::join).toList());
    }

    /** How long it took until each was in the figures; waits for the last. */
    Latencies figures() {
        return Latencies.of(figures.stream().map(CompletableFuture::join).toList());
    }

    private void send(int number, long due) {
        Await.pause(Math.max(0, (due - System.nanoTime()) / 1_000_000));
        String body = "{\"events\":[{\"id\":\"probe-" + number + "\",\"kind\":\"" + EventTopic.KIND
                + "\",\"memberId\":\"probe-" + number + "\",\"occurredAt\":\"" + day(number) + "T12:00:00Z\"}]}";
        URI address = arena.address(Part.ENGAGEMENT, "/communities/" + FreshnessBench.COMMUNITY + "/events");
        var _ = arena.client().post(address, body.getBytes(UTF_8)).orFail("POST " + address);
    }

    private double seen(long due, URI address, Predicate<JsonNode> there) {
        Await.until(
                "GET " + address,
                LOOK_MILLIS,
                () -> there.test(
                        arena.client().get(address).orFail("GET " + address).body()));
        return (System.nanoTime() - due) / 1e6;
    }

    private URI balance(int number) {
        return arena.address(
                Part.INCENTIVE, "/communities/" + FreshnessBench.COMMUNITY + "/members/probe-" + number + "/balances");
    }

    private URI figure(int number) {
        return arena.address(
                Part.ANALYTICS,
                "/communities/" + FreshnessBench.COMMUNITY + "/active-members?period=DAY&from=" + day(number) + "&to="
                        + day(number));
    }

    private static long points(JsonNode body) {
        return body.path("items").path(0).path("points").asLong();
    }

    private static long active(JsonNode body) {
        return body.path("items").path(0).path("activeMembers").asLong();
    }

    private static LocalDate day(int number) {
        return DAY_OF_FIRST.plusDays(number);
    }

    @Override
    public void close() {
        threads.close();
    }
}
