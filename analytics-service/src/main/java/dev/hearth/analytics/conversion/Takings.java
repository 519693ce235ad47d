package dev.hearth.analytics.conversion;

import dev.hearth.analytics.activity.Window;
import dev.hearth.analytics.figure.Asked;
import java.util.List;

/** What members paid, for those who weigh it against what it cost. */
public final class Takings {
    private Takings() {}

    /** Purchases less refunds of the days asked for, in minor units of whatever currency the events are in. */
    public static long net(Asked asked) {
        List<Window> whole =
                asked.span().map(span -> new Window("all", span)).stream().toList();
        Sales sales = ConversionResource.sales(asked, whole);
        return sales.windows().stream()
                .mapToLong(sale -> Math.subtractExact(sale.gross(), sale.refunded()))
                .sum();
    }
}
