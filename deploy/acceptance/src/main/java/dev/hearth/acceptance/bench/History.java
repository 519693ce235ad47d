package dev.hearth.acceptance.bench;

import java.io.PrintStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Fourteen weeks of a large community, made up from a seed: members come on any day, do most soon after they came, and
 * some do far more than others. Every member did something.
 */
final class History {
    static final String COMMUNITY = "history";
    static final LocalDate FIRST = LocalDate.of(2026, 1, 5);
    static final int DAYS = 98;
    static final LocalDate LAST = FIRST.plusDays(DAYS - 1L);
    private static final int GROUPS = 200;
    private static final int TELL = 500_000;
    private static final List<String> KINDS = List.of(
            "message.posted", "message.posted", "message.posted", "message.posted", "reaction.added", "content.viewed");

    private final int members;
    private final Random random = new Random(20260105);

    History(int members) {
        this.members = members;
    }

    /** Puts so many events on the topic, and returns when the broker has them. */
    void send(EventTopic topic, int events, PrintStream progress) {
        long start = System.nanoTime();
        for (int event = 0; event < events; event++) {
            topic.send(event < members ? arrival(event) : later());
            if ((event + 1) % TELL == 0) {
                progress.printf(
                        Locale.ROOT,
                        "%-22s %,d of %,d events sent, %,.0f/s%n",
                        "history",
                        event + 1,
                        events,
                        (event + 1) / ((System.nanoTime() - start) / 1e9));
            }
        }
        topic.flush();
    }

    /** Something that any member does on the last day. */
    Deed update() {
        return deed(random.nextInt(members), LAST);
    }

    private Deed arrival(int member) {
        return deed(member, FIRST.plusDays(firstDay(member)));
    }

    private Deed later() {
        int member = skewed(members);
        int first = firstDay(member);
        return deed(member, FIRST.plusDays(first + skewed(DAYS - first)));
    }

    private Deed deed(int member, LocalDate day) {
        return new Deed(
                EventTopic.member(member), "group-" + member % GROUPS, KINDS.get(random.nextInt(KINDS.size())), day);
    }

    private static int firstDay(int member) {
        return Math.floorMod(member * 0x9E3779B1, DAYS);
    }

    /** From 0, the smaller the likelier. */
    private int skewed(int bound) {
        double uniform = random.nextDouble();
        return (int) (uniform * uniform * bound);
    }
}
