package dev.hearth.acceptance.truth;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A community made up from a seed, full of what goes wrong with days: groups in other zones than the community, a zone
 * that is not a whole hour off, both ends of summer time, events around midnight, late ones, silent days, members far
 * above the caps, events alike in all but their id.
 */
public final class Village {
    /** The community's own zone. */
    public static final ZoneId ZONE = ZoneId.of("America/New_York");

    /** The groups; one has no zone of its own. */
    public static final Map<String, Optional<ZoneId>> GROUPS = Map.of(
            "plaza", Optional.empty(),
            "shanghai", Optional.of(ZoneId.of("Asia/Shanghai")),
            "lisbon", Optional.of(ZoneId.of("Europe/Lisbon")),
            "kathmandu", Optional.of(ZoneId.of("Asia/Kathmandu")));

    /** The kinds: two of them standard, one the community's own, and one that earns nothing. */
    public static final List<String> KINDS = List.of("message.posted", "comment.posted", "wave.sent", "reaction.added");

    /** The kinds that earn points. */
    public static final List<String> EARNING = KINDS.subList(0, 3);

    /** Summer time ends on 27 October in Lisbon, on 3 November in New York. */
    private static final LocalDate FIRST = LocalDate.of(2024, 9, 25);

    private static final int DAYS = 70;
    private static final int MEMBERS = 300;
    private static final int SILENT = 17;
    private static final Instant START = FIRST.atStartOfDay(ZONE).toInstant();

    private final Random random;
    private final List<Deed> deeds = new ArrayList<>();

    private Village(long seed) {
        this.random = new Random(seed);
    }

    /** A village whose members acted about that many times. */
    public static Village of(long seed, int events) {
        Village village = new Village(seed);
        while (village.deeds.size() < events) {
            village.act();
        }
        village.deeds.sort(Comparator.comparing(Deed::at).thenComparing(Deed::id));
        village.delaySome();
        return village;
    }

    /** How many events there are. */
    public int size() {
        return deeds.size();
    }

    /** What its members did, in the order of arrival. */
    List<Deed> deeds() {
        return deeds;
    }

    /** Writes the events as a file to replay. */
    public Path write(Path file) throws IOException {
        Stream<String> header = Stream.of("id,ts,user,kind,target,obj,value,group");
        return Files.write(
                file, Stream.concat(header, deeds.stream().map(Deed::csv)).toList());
    }

    /** The zone of the days of that group, or of the community's. */
    private static ZoneId zoneOf(@Nullable String group) {
        return group == null
                ? ZONE
                : GROUPS.getOrDefault(group, Optional.empty()).orElse(ZONE);
    }

    private void act() {
        String member = member();
        String group = group();
        Instant at = time(zoneOf(group));
        int times = random.nextInt(20) == 0 ? 5 + random.nextInt(15) : 1;
        for (int time = 0; time < times; time++) {
            String kind = KINDS.get(random.nextInt(KINDS.size()));
            // Several of a burst share the very millisecond: alike in all but their id.
            Instant moment = at.plusMillis(random.nextInt(3) * 500L);
            deeds.add(new Deed("v-" + deeds.size(), moment, member, kind, group, zoneOf(group)));
        }
    }

    /** A few members do most of it. */
    private String member() {
        double skewed = Math.pow(random.nextDouble(), 3);
        return "villager-" + (int) (skewed * MEMBERS);
    }

    private @Nullable String group() {
        List<String> names = GROUPS.keySet().stream().sorted().toList();
        int choice = random.nextInt(names.size() + 2);
        return choice < names.size() ? names.get(choice) : null;
    }

    private Instant time(ZoneId zone) {
        int day = random.nextInt(DAYS);
        if (day >= SILENT && day <= SILENT + 1) {
            day -= 5;
        }
        if (random.nextInt(3) > 0) {
            return START.plus(Duration.ofDays(day)).plusMillis(random.nextInt(86_400_000));
        }
        Instant midnight = FIRST.plusDays(day + 1L).atStartOfDay(zone).toInstant();
        return midnight.plusMillis(random.nextInt(7_200_000) - 3_600_000);
    }

    /** Every tenth event arrives at some later time, up to the very end. */
    private void delaySome() {
        for (int place = 0; place < deeds.size(); place++) {
            if (random.nextInt(10) == 0) {
                Deed late = deeds.remove(place);
                deeds.add(place + random.nextInt(deeds.size() - place + 1), late);
            }
        }
    }
}
