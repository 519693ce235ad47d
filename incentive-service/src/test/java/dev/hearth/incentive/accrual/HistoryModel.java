package dev.hearth.incentive.accrual;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The same rules told in another way: it keeps no counts, but looks through all that ever happened each time. Slow,
 * without batches, without keys.
 */
final class HistoryModel {
    private record Paid(Occurrence event, Rule rule, String member, long points) {}

    private final History history;
    private final List<Paid> paid = new ArrayList<>();
    /** Every event that a rule answered, as often as it came, in order. */
    private final List<Paid> answered = new ArrayList<>();

    HistoryModel(History history) {
        this.history = history;
    }

    List<String> credits() {
        List<Rule> order = new ArrayList<>(history.rules());
        order.sort(Comparator.comparing(Rule::id));
        order.sort(Comparator.comparingInt((Rule rule) -> rule.stacking().priority())
                .reversed());
        for (Occurrence event : history.arrivals()) {
            for (Rule rule : order) {
                arrive(event, rule);
            }
        }
        return paid.stream()
                .map(one -> one.event().event() + " " + one.rule().id() + " " + one.member() + " " + one.points())
                .toList();
    }

    private void arrive(Occurrence event, Rule rule) {
        Long worth = worth(event, rule);
        if (worth == null) {
            return;
        }
        List<Paid> wanted = shares(event, rule, worth);
        if (wanted.isEmpty()) {
            return;
        }
        List<Paid> before = answered.stream()
                .filter(one -> one.rule().id().equals(rule.id())
                        && one.event().member().equals(event.member()))
                .toList();
        boolean repeated = answered.stream()
                .anyMatch(
                        one -> one.rule().id().equals(rule.id()) && one.event().equals(event));
        if (!repeated) {
            answered.add(new Paid(event, rule, event.member(), 0));
        }
        boolean remembers = rule.pace().coolDown() != null || rule.pace().occasion() != null;
        boolean due = !remembers || (!repeated && isDue(event, rule, before));
        if (isPaid(event, rule) || !due) {
            return;
        }
        for (Paid one : wanted) {
            long points = limited(one);
            if (points != 0) {
                paid.add(new Paid(event, rule, one.member(), points));
            }
        }
    }

    private boolean isPaid(Occurrence event, Rule rule) {
        String group = rule.stacking().exclusive();
        return paid.stream()
                .filter(one -> one.event().equals(event))
                .map(Paid::rule)
                .anyMatch(one -> one.id().equals(rule.id())
                        || (group != null && group.equals(one.stacking().exclusive())));
    }

    private static @Nullable Long worth(Occurrence event, Rule rule) {
        Trigger trigger = rule.trigger();
        boolean inTime = isIn(trigger.validity(), event)
                && (trigger.periods().isEmpty() || trigger.periods().stream().anyMatch(span -> isIn(span, event)));
        Long value = event.value();
        if (!trigger.kinds().contains(event.kind())
                || !inTime
                || (trigger.condition() != null && (value == null || value % 2 != 0))) {
            return null;
        }
        return switch (rule.pay().rate()) {
            case Rate.Fixed(long points) -> points;
            case Rate.PerUnit(long points, long units, Rounding rounding) ->
                value == null
                        ? null
                        : rounded(
                                BigDecimal.valueOf(value)
                                        .multiply(BigDecimal.valueOf(points))
                                        .divide(BigDecimal.valueOf(units), MathContext.DECIMAL128),
                                rounding);
            case Rate.Computed _ -> value == null || value == 7 ? null : Long.valueOf(value - 5);
        };
    }

    private static boolean isIn(Span span, Occurrence event) {
        return (span.from() == null || span.from().compareTo(event.occurredAt()) <= 0)
                && (span.until() == null || span.until().compareTo(event.occurredAt()) > 0);
    }

    private List<Paid> shares(Occurrence event, Rule rule, long worth) {
        List<Share> shares = rule.pay().shares();
        long[] parts = new long[shares.size()];
        long given = 0;
        for (int i = 0; i < parts.length; i++) {
            parts[i] = Math.abs(worth) * shares.get(i).percent() / 100;
            given += parts[i];
        }
        Set<Integer> topped = new HashSet<>();
        for (; given < Math.abs(worth); given++) {
            int most = -1;
            for (int i = 0; i < parts.length; i++) {
                long rest = Math.abs(worth) * shares.get(i).percent() % 100;
                if (!topped.contains(i)
                        && (most < 0
                                || rest > Math.abs(worth) * shares.get(most).percent() % 100)) {
                    most = i;
                }
            }
            topped.add(most);
            parts[most]++;
        }
        List<Paid> all = new ArrayList<>();
        for (int i = 0; i < parts.length; i++) {
            String member = switch (shares.get(i).to()) {
                case ACTOR -> event.member();
                case TARGET -> event.place().target();
                case OWNER -> event.place().owner();
            };
            if (member != null && !member.equals("eve") && parts[i] != 0) {
                all.add(new Paid(event, rule, member, worth < 0 ? -parts[i] : parts[i]));
            }
        }
        return all;
    }

    private boolean isDue(Occurrence event, Rule rule, List<Paid> before) {
        Pace pace = rule.pace();
        if (pace.coolDown() != null
                && paid.stream()
                        .filter(one -> one.rule().id().equals(rule.id())
                                && one.event().member().equals(event.member()))
                        .anyMatch(one -> event.occurredAt()
                                .isBefore(one.event().occurredAt().plus(pace.coolDown())))) {
            return false;
        }
        return switch (pace.occasion()) {
            case null -> true;
            case Pace.Nth(int number, boolean every) -> {
                int now = before.size() + 1;
                yield every ? now % number == 0 : now == number;
            }
            case Pace.Streak(int days, int grace) -> {
                TreeSet<LocalDate> had = new TreeSet<>();
                before.forEach(one -> had.add(one.event().localDate()));
                yield had.add(event.localDate()) && row(had, event.localDate(), grace) % days == 0;
            }
        };
    }

    private static int row(Set<LocalDate> days, LocalDate last, int grace) {
        int length = 1;
        int missed = 0;
        for (LocalDate day = last.minusDays(1); missed <= grace; day = day.minusDays(1)) {
            if (days.contains(day)) {
                length++;
                missed = 0;
            } else {
                missed++;
            }
        }
        return length;
    }

    private long limited(Paid wanted) {
        Pay pay = wanted.rule().pay();
        if (wanted.points() < 0) {
            return wanted.points();
        }
        long points = wanted.points();
        if (wanted.member().equals("ada")) {
            String factor = !pay.multipliers().isEmpty() ? "1.5" : pay.byTier() ? "2.5" : "1";
            points = rounded(BigDecimal.valueOf(points).multiply(new BigDecimal(factor)), pay.rounding());
        }
        for (Cap cap : wanted.rule().caps()) {
            List<Paid> counted = paid.stream()
                    .filter(one -> one.points() > 0 && isCountedTogether(cap, one, wanted))
                    .toList();
            long used = counted.stream().mapToLong(Paid::points).sum();
            points = cap.unit() == Cap.Unit.TIMES
                    ? counted.size() < cap.limit() ? points : 0
                    : Math.min(points, Math.max(0, cap.limit() - used));
        }
        if (pay.budget() != null) {
            long fund = history.funds().values().iterator().next();
            long spent = paid.stream()
                    .filter(one -> one.points() > 0 && one.rule().pay().budget() != null)
                    .mapToLong(Paid::points)
                    .sum();
            points = wanted.member().equals("bob") ? 0 : Math.min(points, fund - spent);
        }
        return points;
    }

    private static boolean isCountedTogether(Cap cap, Paid one, Paid other) {
        boolean underIt = one.rule().caps().stream()
                .anyMatch(its ->
                        its.key().equals(cap.key()) && its.scope() == cap.scope() && its.window() == cap.window());
        boolean ofOne = switch (cap.scope()) {
            case MEMBER -> one.member().equals(other.member());
            case GROUP ->
                java.util.Objects.equals(
                        one.event().place().group(), other.event().place().group());
            case RULE -> one.rule().id().equals(other.rule().id());
            case COMMUNITY -> true;
        };
        return underIt
                && ofOne
                && window(cap.window(), one.event().localDate())
                        .equals(window(cap.window(), other.event().localDate()));
    }

    private static String window(Cap.Window window, LocalDate day) {
        return switch (window) {
            case DAY -> day.toString();
            case WEEK -> day.get(IsoFields.WEEK_BASED_YEAR) + "w" + day.get(IsoFields.WEEK_OF_WEEK_BASED_YEAR);
            case MONTH -> day.toString().substring(0, 7);
            case TOTAL -> "";
        };
    }

    private static long rounded(BigDecimal exact, Rounding rounding) {
        RoundingMode mode = switch (rounding) {
            case DOWN -> RoundingMode.DOWN;
            case UP -> RoundingMode.UP;
            case HALF_UP -> RoundingMode.HALF_UP;
        };
        return exact.setScale(0, mode).longValueExact();
    }
}
