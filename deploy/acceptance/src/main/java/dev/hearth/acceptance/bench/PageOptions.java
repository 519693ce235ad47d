package dev.hearth.acceptance.bench;

import dev.hearth.acceptance.simulation.Scale;
import dev.hearth.acceptance.simulation.Society;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;

/**
 * How much of the dashboard is measured.
 *
 * @param turns measurements of each view
 * @param scales of the communities whose views are looked at
 */
record PageOptions(int turns, Map<Society, Scale> scales) {
    static final long SEED = 20261125;
    /** As many groups and members in one community as the demo has in three. */
    private static final Scale DEMO = new Scale(1, 120, 20_000, 90);

    private static final Scale FLEET = new Scale(1, 2_000, 6_000, 30);

    PageOptions {
        scales = Collections.unmodifiableMap(new EnumMap<>(scales));
    }

    static PageOptions of(int turns) {
        return new PageOptions(turns, Map.of(Society.DAWN, DEMO, Society.KITCHEN, FLEET));
    }
}
