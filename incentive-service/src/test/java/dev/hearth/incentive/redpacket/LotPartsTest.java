package dev.hearth.incentive.redpacket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.incentive.chance.Seed;
import dev.hearth.incentive.ledger.Lot;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.junit.jupiter.api.Test;

class LotPartsTest {
    private static final Instant FIRST = Instant.parse("2026-02-17T00:00:00Z");

    /** Against a row of single points, each with its own expiry. */
    @Property(tries = 1000)
    void everyPointGoesWhereItsLotSays(
            @ForAll @Size(min = 1, max = 6) List<@IntRange(min = 1, max = 40) Integer> amounts,
            @ForAll @IntRange(min = 1, max = 10) int wanted,
            @ForAll long claimed) {
        List<Lot> lots = lots(amounts);
        List<Instant> row = new ArrayList<>();
        lots.forEach(lot -> IntStream.range(0, (int) lot.points()).forEach(point -> row.add(lot.expiresAt())));
        int shares = Math.min(wanted, row.size());
        LotParts parts = new LotParts(lots);

        Map<Instant, Long> left = new TreeMap<>();
        List<Share> unclaimed = new ArrayList<>();
        for (Share share :
                Share.inRow(Split.RANDOM.divide(row.size(), shares, new Seed("ab".repeat(32)).chance("lots")))) {
            Map<Instant, Long> expected = new TreeMap<>();
            row.subList((int) share.before(), (int) (share.before() + share.points()))
                    .forEach(expiry -> expected.merge(expiry, 1L, Long::sum));
            assertThat(together(parts.of(share.before(), share.points()))).isEqualTo(expected);
            if ((claimed >> share.number() & 1) == 0) {
                unclaimed.add(share);
                expected.forEach((expiry, points) -> left.merge(expiry, points, Long::sum));
            }
        }
        assertThat(together(parts.of(unclaimed))).isEqualTo(left);
    }

    @Test
    void refusesPointsThatAreNotThere() {
        LotParts parts = new LotParts(lots(List.of(3, 4)));

        assertThatThrownBy(() -> parts.of(5, 3)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> parts.of(-1, 3)).isInstanceOf(IllegalArgumentException.class);
    }

    private static List<Lot> lots(List<Integer> amounts) {
        return IntStream.range(0, amounts.size())
                .mapToObj(i -> new Lot(FIRST.plusSeconds(i), amounts.get(i)))
                .toList();
    }

    private static Map<Instant, Long> together(List<Lot> lots) {
        Map<Instant, Long> together = new TreeMap<>();
        lots.forEach(lot -> together.merge(lot.expiresAt(), lot.points(), Long::sum));
        return together;
    }
}
