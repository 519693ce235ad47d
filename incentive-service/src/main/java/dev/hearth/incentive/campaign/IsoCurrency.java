package dev.hearth.incentive.campaign;

import dev.hearth.platform.problem.Check;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Money's currencies: codes of ISO 4217. */
public final class IsoCurrency {
    private static final Set<String> CODES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    private IsoCurrency() {}

    /** A code in a body; refuses what is none. */
    public static String check(String pointer, @Nullable String code) {
        String given = Check.present(pointer, code);
        if (!CODES.contains(given)) {
            throw Check.refused(pointer, "is not a code of ISO 4217, such as CNY or EUR");
        }
        return given;
    }
}
