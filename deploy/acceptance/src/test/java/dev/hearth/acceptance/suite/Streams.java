package dev.hearth.acceptance.suite;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.acceptance.truth.Figures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.IsoFields;
import java.time.temporal.TemporalAdjusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * What a data team rebuilds from the public topics alone, as their contract says: repeats are dropped by {@code source}
 * and {@code id}, of a state the last record counts.
 */
final class Streams {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunningSuite suite;
    private final String community;

    Streams(RunningSuite suite, String community) {
        this.suite = suite;
        this.community = community;
    }

    /** How many events there were by day, ISO week and month, every day between the first and the last included. */
    Figures events() {
        SortedMap<LocalDate, Integer> days = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        new Topic(suite, "hearth.engagement").each(community, read -> {
            if (seen.add(identity(read))) {
                days.merge(LocalDate.parse(payload(read).path("localDate").asText()), 1, Integer::sum);
            }
        });
        return events(days);
    }

    private static Figures events(SortedMap<LocalDate, Integer> days) {
        Map<String, Integer> counts = new TreeMap<>();
        for (LocalDate day = days.firstKey(); !day.isAfter(days.lastKey()); day = day.plusDays(1)) {
            int events = days.getOrDefault(day, 0);
            counts.merge(day + " events", events, Integer::sum);
            counts.merge(week(day) + " events", events, Integer::sum);
            counts.merge(YearMonth.from(day) + " events", events, Integer::sum);
        }
        Figures figures = new Figures();
        counts.forEach((name, count) -> figures.put(name, count));
        return figures;
    }

    private static String week(LocalDate day) {
        LocalDate monday = day.with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        return String.format(
                Locale.ROOT,
                "%d-W%02d",
                monday.get(IsoFields.WEEK_BASED_YEAR),
                monday.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR));
    }

    /** Every member's points as the sum of the credits; fails if a rule answered an event twice. */
    Figures credits() {
        Map<String, Long> sums = new TreeMap<>();
        Set<String> seen = new HashSet<>();
        Set<String> causes = new HashSet<>();
        new Topic(suite, "hearth.incentive").each(community, read -> {
            if (seen.add(identity(read)) && isCredit(read)) {
                JsonNode credit = payload(read);
                JsonNode cause = credit.path("cause");
                String once = cause.path("rule").asText() + " "
                        + cause.path("sourceEvent").asText();
                if (!causes.add(once)) {
                    throw new AssertionError("credited twice: " + once);
                }
                String name = Points.name(
                        credit.path("currency").asText(),
                        credit.path("memberId").asText());
                sums.merge(name, credit.path("amount").asLong(), Long::sum);
            }
        });
        Figures figures = new Figures();
        sums.forEach(figures::put);
        return figures;
    }

    private static boolean isCredit(ConsumerRecord<String, byte[]> read) {
        return "dev.hearth.incentive.credited.v1".equals(Topic.header(read, "ce_type"));
    }

    /** Every member's points as the last balance state says. */
    Figures balances() {
        Map<String, JsonNode> last = new HashMap<>();
        new Topic(suite, "hearth.balance-state").each(community, read -> last.put(read.key(), payload(read)));
        Figures figures = new Figures();
        last.values()
                .forEach(state -> state.path("balances").properties().stream()
                        .filter(balance -> balance.getValue().asLong() != 0)
                        .forEach(balance -> figures.put(
                                Points.name(
                                        balance.getKey(), state.path("memberId").asText()),
                                balance.getValue())));
        return figures;
    }

    /** The status of every member as the last member state says. */
    Map<String, String> members() {
        Map<String, String> statuses = new TreeMap<>();
        new Topic(suite, "hearth.member-state").each(community, read -> {
            JsonNode state = payload(read);
            statuses.put(state.path("memberId").asText(), state.path("status").asText());
        });
        return statuses;
    }

    private static String identity(ConsumerRecord<String, byte[]> read) {
        return Topic.header(read, "ce_source") + " " + Topic.header(read, "ce_id");
    }

    private static JsonNode payload(ConsumerRecord<String, byte[]> read) {
        try {
            return JSON.readTree(read.value());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
