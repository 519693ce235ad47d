package dev.hearth.analytics.revenue;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What came in and went out for one part of a dimension, in one currency. Currencies are never added up.
 *
 * @param part the model, campaign …; null for money that says nothing of the dimension
 * @param currency ISO 4217
 * @param revenue minor units
 * @param cost minor units
 */
record Return(@Nullable String part, String currency, long revenue, long cost) {
    private static final Comparator<Key> ORDER = Comparator.comparing(
                    Key::part, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(Key::currency);

    private record Key(@Nullable String part, String currency) {}

    long profit() {
        return Math.subtractExact(revenue, cost);
    }

    /** By part, what has none last, then by currency. */
    static List<Return> of(Dimension dimension, List<Money> money) {
        Map<Key, Return> found = new TreeMap<>(ORDER);
        for (Money each : money) {
            Key key = new Key(dimension.of(each), each.currency());
            found.merge(key, of(key, each), Return::plus);
        }
        return List.copyOf(found.values());
    }

    private static Return of(Key key, Money money) {
        return switch (money.flow()) {
            case REVENUE -> new Return(key.part(), key.currency(), money.amount(), 0);
            case COST -> new Return(key.part(), key.currency(), 0, money.amount());
        };
    }

    private Return plus(Return other) {
        return new Return(part, currency, Math.addExact(revenue, other.revenue), Math.addExact(cost, other.cost));
    }
}
