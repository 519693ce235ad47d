package dev.hearth.analytics.activity;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.FastAggregation;
import org.roaringbitmap.RoaringBitmap;

/**
 * The acts of one community in one partition, and the sets that follow from them. It is handed to a question by
 * {@link Activity#ask}, which keeps it from changing meanwhile; nothing of it may be kept longer.
 */
public final class CommunityActivity {
    private static final long DAY_MILLIS = 86_400_000;

    private final Map<String, Integer> ordinals;
    private final List<String> members;
    private final Map<Place, Integer> numbers;
    private final List<Place> places;
    private final Rows rows;
    private final Map<Integer, KnownIds> known = new HashMap<>();
    private final Map<Slice, Series> slices = new HashMap<>();
    /** For each place, the sets that its acts are in: the finest first. */
    private final List<List<Series>> seriesOf = new ArrayList<>();

    private final Masks masks = new Masks();

    private int takenMembers;
    private int takenPlaces;
    private int takenRows;

    CommunityActivity() {
        this.ordinals = new HashMap<>();
        this.members = new ArrayList<>();
        this.numbers = new HashMap<>();
        this.places = new ArrayList<>();
        this.rows = new Rows();
    }

    private CommunityActivity(CommunityActivity later, int size) {
        this.rows = later.rows.first(size);
        int[] last = {-1, -1};
        rows.from(0, row -> {
            last[0] = Math.max(last[0], row.ordinal());
            last[1] = Math.max(last[1], row.place());
        });
        this.ordinals = later.ordinals;
        this.members = later.members.subList(0, last[0] + 1);
        this.numbers = later.numbers;
        this.places = later.places.subList(0, last[1] + 1);
        places.forEach(place -> seriesOf.add(seriesOf(place)));
        rows.from(0, row -> addToSets(row.place(), row.day(), row.ordinal()));
    }

    /**
     * This as it was when it had only its first {@code size} rows: for reading, and as long as this is not added to.
     * Acts are shown again to make the sets of then.
     */
    CommunityActivity upTo(int size) {
        return size == rows.size() ? this : new CommunityActivity(this, size);
    }

    /** Adds an act; false if it was known. */
    boolean add(Act act) {
        int ordinal = ordinalOf(act.member());
        long at = act.at().toEpochMilli();
        long id = Hashes.of(act.id());
        KnownIds ofDay = knownOn(at);
        if (ofDay.contains(ordinal, id)) {
            return false;
        }
        append(
                ordinal,
                numberOf(act.place()),
                Math.toIntExact(act.day().toEpochDay()),
                at,
                id,
                act.target() == null ? Rows.NO_TARGET : Hashes.of(act.target()),
                act.value() == null ? Rows.NO_VALUE : act.value());
        ofDay.add(rows.size() - 1, ordinal, id);
        return true;
    }

    /** Adds what was taken before, here or elsewhere, as far as it is not here. It is not taken again. */
    void add(CommunityAdditions additions) {
        addMembers(additions);
        addPlaces(additions);
        Columns added = additions.rows();
        if (additions.firstRow() > rows.size()) {
            throw new IllegalArgumentException(
                    "additions begin at row " + additions.firstRow() + ", but only " + rows.size() + " are here");
        }
        for (int row = rows.size() - additions.firstRow(); row < added.size(); row++) {
            append(
                    added.ordinals()[row],
                    added.places()[row],
                    added.days()[row],
                    added.times()[row],
                    added.ids()[row],
                    added.target(row),
                    added.value(row));
            knownOn(added.times()[row]).add(rows.size() - 1, added.ordinals()[row], added.ids()[row]);
        }
        taken();
    }

    /** What was added since the last call. */
    CommunityAdditions takeAdditions() {
        CommunityAdditions taken = new CommunityAdditions(
                takenMembers,
                List.copyOf(members.subList(takenMembers, members.size())),
                takenPlaces,
                List.copyOf(places.subList(takenPlaces, places.size())),
                takenRows,
                Columns.of(rows, takenRows));
        taken();
        return taken;
    }

    /** From the first to the last day on which anybody was active; empty if nobody ever was. */
    public Optional<DaySpan> span() {
        return Optional.ofNullable(slices.get(Slice.ALL)).map(Series::span);
    }

    /** From the first to the last day on which anybody did what the selection looks at; empty if nobody ever did. */
    public Optional<DaySpan> span(Selection selection) {
        return Slice.of(selection)
                .map(slices::get)
                .filter(Objects::nonNull)
                .map(Series::span)
                .reduce(DaySpan::and);
    }

    /** Who of the audience did what the selection looks at, on at least one of the days. A set of the caller's own. */
    public RoaringBitmap members(Selection selection, DaySpan days) {
        // Lazily: counting what many small sets have in common only once at the end is what makes it fast.
        RoaringBitmap members = FastAggregation.or(Slice.of(selection)
                .map(slices::get)
                .filter(Objects::nonNull)
                .flatMap(series -> series.within(days.firstEpochDay(), days.lastEpochDay()))
                .iterator());
        return mask(selection.audience()).of(members);
    }

    /** All acts, in the order in which they were heard of. */
    public Rows rows() {
        return rows;
    }

    /** How many places there are: their numbers are less. */
    public int places() {
        return places.size();
    }

    /** Where and what the acts of this number are. */
    public Place place(int number) {
        return places.get(number);
    }

    /** By the number of a place, whether the selection looks at it. */
    public boolean[] placesOf(Selection selection) {
        boolean[] of = new boolean[places.size()];
        for (int number = 0; number < of.length; number++) {
            of[number] = selection.has(places.get(number));
        }
        return of;
    }

    /** The member's id. */
    public String member(int ordinal) {
        return members.get(ordinal);
    }

    /** The ordinal of a member, or -1 if none of its acts is here. */
    public int find(String member) {
        int ordinal = ordinals.getOrDefault(member, -1);
        return ordinal < members.size() ? ordinal : -1;
    }

    /** How many members there are: their ordinals are less. */
    public int members() {
        return members.size();
    }

    /** Who of the members is looked at. */
    public Mask mask(Audience audience) {
        return masks.of(audience, members, ordinals);
    }

    /** By day, who of the audience did what the selection looks at; null for nobody. Not to be changed. */
    public IntFunction<@Nullable RoaringBitmap> days(Selection selection) {
        IntFunction<@Nullable RoaringBitmap> all = days(selection.group(), selection.kinds());
        Mask mask = mask(selection.audience());
        return mask.isAll()
                ? all
                : day -> {
                    RoaringBitmap acted = all.apply(day);
                    return acted == null ? null : mask.of(acted);
                };
    }

    private IntFunction<@Nullable RoaringBitmap> days(@Nullable String group, Set<String> kinds) {
        if (kinds.isEmpty()) {
            return days(new Slice(group, null));
        }
        List<IntFunction<@Nullable RoaringBitmap>> each =
                kinds.stream().map(kind -> days(new Slice(group, kind))).toList();
        return each.size() == 1 ? each.getFirst() : day -> union(each, day);
    }

    private IntFunction<@Nullable RoaringBitmap> days(Slice slice) {
        Series series = slices.get(slice);
        return series == null ? day -> null : series::on;
    }

    private static @Nullable RoaringBitmap union(List<IntFunction<@Nullable RoaringBitmap>> each, int day) {
        RoaringBitmap[] sets = each.stream()
                .map(days -> days.apply(day))
                .filter(Objects::nonNull)
                .toArray(RoaringBitmap[]::new);
        return sets.length == 0 ? null : RoaringBitmap.or(sets);
    }

    private void append(int ordinal, int place, int day, long at, long id, long target, long value) {
        rows.add(ordinal, place, day, at, id, target, value);
        addToSets(place, day, ordinal);
    }

    private void addToSets(int place, int day, int ordinal) {
        List<Series> sets = seriesOf.get(place);
        // Whoever is in the finest set is in the wider ones too.
        if (sets.getFirst().add(day, ordinal)) {
            for (int wider = 1; wider < sets.size(); wider++) {
                sets.get(wider).put(day, ordinal);
            }
        }
    }

    private KnownIds knownOn(long at) {
        return known.computeIfAbsent(Math.toIntExact(Math.floorDiv(at, DAY_MILLIS)), day -> new KnownIds(rows));
    }

    private int ordinalOf(String member) {
        Integer before = ordinals.get(member);
        if (before != null) {
            return before;
        }
        ordinals.put(member, members.size());
        members.add(member);
        return members.size() - 1;
    }

    private int numberOf(Place place) {
        Integer before = numbers.get(place);
        if (before != null) {
            return before;
        }
        numbers.put(place, places.size());
        places.add(place);
        seriesOf.add(seriesOf(place));
        return places.size() - 1;
    }

    private List<Series> seriesOf(Place place) {
        return Slice.of(place).stream()
                .map(slice -> slices.computeIfAbsent(slice, same -> new Series()))
                .toList();
    }

    private void addMembers(CommunityAdditions additions) {
        int ordinal = additions.firstMember();
        if (ordinal > members.size()) {
            throw new IllegalArgumentException(
                    "additions begin at member " + ordinal + ", but only " + members.size() + " are known");
        }
        for (String member : additions.members()) {
            if (ordinalOf(member) != ordinal) {
                throw new IllegalArgumentException(
                        "a member has two ordinals: " + ordinals.get(member) + " and " + ordinal);
            }
            ordinal++;
        }
    }

    private void addPlaces(CommunityAdditions additions) {
        int number = additions.firstPlace();
        for (Place place : additions.places()) {
            if (numberOf(place) != number) {
                throw new IllegalArgumentException("a place has two numbers: " + numbers.get(place) + " and " + number);
            }
            number++;
        }
    }

    private void taken() {
        takenMembers = members.size();
        takenPlaces = places.size();
        takenRows = rows.size();
    }
}
