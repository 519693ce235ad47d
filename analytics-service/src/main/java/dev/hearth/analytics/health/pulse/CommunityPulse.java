package dev.hearth.analytics.health.pulse;

import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.activity.CommunityActivity;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Collections;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.WeakHashMap;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * How all groups of one community beat, kept up by what is new: of each partition it goes on with the row where it was.
 * Made anew each day, so that what no longer counts is gone, and whenever other partitions, another audience or other
 * kinds are to be read. Any thread may ask; one brings it forward at a time.
 */
public final class CommunityPulse {
    private static final long DAY = 86_400_000;
    /** How far ahead of its time an act may be: what engagement-service lets in, and an hour. */
    private static final long AHEAD = 25 * 3_600_000;
    /** The days that any figure looks at, and a week. */
    private static final int KEPT_DAYS = 91;

    private final String community;
    private final Map<String, GroupPulse> pulses = new HashMap<>();
    private final Map<String, Tally> tallies = new HashMap<>();
    private Questions questions = new Questions();
    /** By partition, how it was read; a partition that is served no longer is not held by this. */
    private final Map<CommunityActivity, PartitionReader> readers = new WeakHashMap<>();

    private long madeOn = Long.MIN_VALUE;
    private Audience audience = Audience.EVERYBODY;
    private KindRoles roles = KindRoles.USUAL;
    private Activity activity = new Activity(List.of());

    public CommunityPulse(String community) {
        this.community = community;
    }

    /** Takes in what is new. */
    public synchronized void advance(Activity served, Audience whose, KindRoles kinds, Instant now) {
        List<CommunityActivity> partitions = served.ask(community, partition -> partition);
        long today = Math.floorDiv(now.toEpochMilli(), DAY);
        Set<CommunityActivity> present = Collections.newSetFromMap(new IdentityHashMap<>());
        present.addAll(partitions);
        if (today != madeOn || whose != audience || !kinds.equals(roles) || !present.containsAll(readers.keySet())) {
            begin(today, whose, kinds);
        }
        activity = served;
        long from = (today - KEPT_DAYS) * DAY;
        long to = now.toEpochMilli() + AHEAD;
        // One after the other: they add to the same groups, and mostly little is new.
        var _ = served.ask(community, partition -> {
            synchronized (readers) {
                PartitionReader reader = readers.computeIfAbsent(partition, first -> new PartitionReader(roles));
                reader.read(partition, partition.mask(whose), from, to, this);
            }
            return true;
        });
    }

    /** The groups in which anything was done, or that anybody left. */
    public synchronized Set<String> groups() {
        return Set.copyOf(tallies.keySet());
    }

    /** What {@code question} answers about a group; empty if nothing was done in it. */
    public synchronized <T> Optional<T> ask(String group, Function<GroupPulse, T> question) {
        return Optional.ofNullable(pulses.get(group)).map(question);
    }

    /**
     * Whether the silence of so many hours is rather that of what records the community than that of its groups: all of
     * them were silent at once in an hour in which much is usual.
     */
    public synchronized boolean mayBeDeaf(Instant now, int hours, ZoneId zone, Detection detection) {
        return Outage.isLikely(pulses.values(), now, hours, zone, detection);
    }

    /**
     * What was done in a group on the days up to {@code last}.
     *
     * @param days how many days, 1 to 90
     * @param now questions are unanswered as of then
     * @param patience in how many hours an answer counts
     */
    public synchronized GroupDays days(String group, int last, int days, Instant now, int patience) {
        int first = last - days + 1;
        Tally tally = tallies.getOrDefault(group, new Tally());
        Questions.Asked asked = questions.fared(group, first, last, now.toEpochMilli(), patience * 3_600_000L);
        long acts = tally.acts(first, last);
        return new GroupDays(
                days,
                acts,
                acts - tally.acts(roles.passive(), first, last),
                tally.acts(roles.advertising(), first, last),
                tally.acts(roles.offTopic(), first, last),
                tally.acts(roles.lowValue(), first, last),
                asked.asked(),
                asked.unanswered(),
                tally.daysWithActs(first, last),
                tally.exits(first, last));
    }

    /**
     * Who took part in groups.
     *
     * @param groups of each, on which days and whom to look for
     * @return in the same order
     */
    public synchronized List<GroupCrew> crews(List<Muster> groups) {
        List<List<GroupCrew>> parts = activity.ask(
                community,
                partition -> groups.stream()
                        .map(muster -> muster.of(partition, community, audience))
                        .toList());
        return IntStream.range(0, groups.size())
                .mapToObj(
                        index -> parts.stream().map(part -> part.get(index)).reduce(GroupCrew.NOBODY, GroupCrew::plus))
                .toList();
    }

    private void begin(long today, Audience whose, KindRoles kinds) {
        pulses.clear();
        tallies.clear();
        readers.clear();
        questions = new Questions();
        madeOn = today;
        audience = whose;
        roles = kinds;
    }

    GroupPulse pulseOf(String group) {
        return pulses.computeIfAbsent(group, first -> new GroupPulse());
    }

    Tally tallyOf(String group) {
        return tallies.computeIfAbsent(group, first -> new Tally());
    }

    Questions questions() {
        return questions;
    }
}
