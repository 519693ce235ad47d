package dev.hearth.analytics.activity;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Answers over all partitions. An answer is made of whole batches, and its figures were counted together. */
public final class Activity {
    private final List<PartitionActivity> partitions;

    public Activity(Collection<PartitionActivity> partitions) {
        this.partitions = List.copyOf(partitions);
    }

    /**
     * What {@code question} answers in each partition that knows the community, partitions side by side. Partitions
     * have no members in common, so whatever is counted by member adds up. The community does not change while it is
     * asked.
     */
    public <T> List<T> ask(String community, Function<CommunityActivity, T> question) {
        return partitions.parallelStream()
                .flatMap(partition -> partition.ask(community, question).stream())
                .toList();
    }

    /** How many partitions there are. */
    public int partitions() {
        return partitions.size();
    }

    /** The same, with the moment of which the answer is. */
    public <T> Answer<T> answer(String community, Function<CommunityActivity, T> question) {
        return Answer.of(partitions.parallelStream()
                .map(partition -> partition.ask(community, activity -> Answer.Part.of(activity, question)))
                .toList());
    }

    /**
     * What {@code question} would have answered at that moment, however many acts came since; empty if the acts of then
     * are not here in the order of then.
     */
    public <T> Optional<Answer<T>> answer(String community, Moment moment, Function<CommunityActivity, T> question) {
        if (moment.rows().size() != partitions.size()) {
            return Optional.empty();
        }
        Answer<T> answer = Answer.of(IntStream.range(0, partitions.size())
                .parallel()
                .mapToObj(number -> partitions
                        .get(number)
                        .ask(
                                community,
                                activity -> Answer.Part.of(
                                        activity.upTo(Math.min(
                                                moment.rows().get(number),
                                                activity.rows().size())),
                                        question)))
                .toList());
        return answer.moment().equals(moment) ? Optional.of(answer) : Optional.empty();
    }

    /** From the first to the last day on which anybody acted in the community; empty if nobody ever did. */
    public Optional<DaySpan> days(String community) {
        return ask(community, CommunityActivity::span).stream()
                .flatMap(Optional::stream)
                .reduce(DaySpan::and);
    }

    /** Distinct active members of every window of {@code period} that {@code span} asks for. */
    public List<ActiveMembers> activeMembers(Selection selection, Period period, DaySpan span) {
        Asked asked = Asked.of(period, span);
        Counts counts = count(selection, List.of(asked));
        return IntStream.range(0, asked.windows().size())
                .mapToObj(i -> {
                    Window window = asked.windows().get(i);
                    return new ActiveMembers(window, counts.figures().getFirst()[i], counts.isComplete(window.days()));
                })
                .toList();
    }

    /** For every day of {@code span}, the share of the members of 30 days that were active on it. */
    public List<DailyStickiness> dailyStickiness(Selection selection, DaySpan span) {
        Asked daily = Asked.of(Period.DAY, span);
        Asked monthly = Asked.of(Period.ROLLING_30_DAYS, span);
        Counts counts = count(selection, List.of(daily, monthly));
        return IntStream.range(0, daily.windows().size())
                .mapToObj(i -> {
                    long active = counts.figures().get(0)[i];
                    long in30Days = counts.figures().get(1)[i];
                    DaySpan window = monthly.windows().get(i).days();
                    return new DailyStickiness(
                            window.last(), active, in30Days, Ratio.of(active, in30Days), counts.isComplete(window));
                })
                .toList();
    }

    /** For every month that has a day of {@code span}, the share of its members that were active on its mean day. */
    public List<MonthlyStickiness> monthlyStickiness(Selection selection, DaySpan span) {
        Asked monthly = Asked.of(Period.MONTH, span);
        DaySpan months = monthly.windows()
                .getFirst()
                .days()
                .and(monthly.windows().getLast().days());
        Counts counts = count(selection, List.of(monthly, Asked.of(Period.DAY, months)));
        return IntStream.range(0, monthly.windows().size())
                .mapToObj(i -> monthlyStickiness(
                        monthly.windows().get(i), counts.figures().get(0)[i], months, counts))
                .toList();
    }

    private static MonthlyStickiness monthlyStickiness(Window month, long active, DaySpan months, Counts counts) {
        int from = month.days().firstEpochDay() - months.firstEpochDay();
        int to = month.days().lastEpochDay() - months.firstEpochDay();
        long memberDays = IntStream.rangeClosed(from, to)
                .mapToLong(day -> counts.figures().get(1)[day])
                .sum();
        int observed = counts.data() == null ? 0 : counts.data().daysShared(month.days());
        return new MonthlyStickiness(
                month,
                active,
                observed,
                Ratio.of(memberDays, observed),
                Ratio.of(memberDays, observed * active),
                counts.isComplete(month.days()));
    }

    private Counts count(Selection selection, List<Asked> asked) {
        return ask(selection.community(), activity -> Counts.of(activity, selection, asked)).stream()
                .reduce(Counts::plus)
                .orElseGet(() -> Counts.none(asked));
    }
}
