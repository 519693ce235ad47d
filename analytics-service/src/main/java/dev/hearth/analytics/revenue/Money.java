package dev.hearth.analytics.revenue;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.QueryParameter;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Money that came in or went out on a day.
 *
 * @param flow which way
 * @param amount minor units of the currency; negative takes back what an earlier one said
 * @param currency ISO 4217 code
 * @param day the day it counts for
 * @param model how it is made (content, membership, partnership …), if that is known
 * @param campaign the campaign it belongs to
 * @param channel the channel of acquisition it was spent on or came by
 * @param partner who pays or is paid
 * @param group the group it belongs to
 * @param note for people, at most 500 characters
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record Money(
        Flow flow,
        long amount,
        String currency,
        LocalDate day,
        @Nullable String model,
        @Nullable String campaign,
        @Nullable String channel,
        @Nullable String partner,
        @Nullable String group,
        @Nullable String note) {
    static final int MAX_NOTE = 500;
    /** So that a thousand of them, and what a thousand campaigns cost, add up within a long. */
    static final long MAX_AMOUNT = 1_000_000_000_000L;

    private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
            .map(Currency::getCurrencyCode)
            .collect(Collectors.toUnmodifiableSet());

    /** The same, as an operator may say it; fails with a problem that names the field. */
    Money checked() {
        var _ = Check.range("/amount", amount, -MAX_AMOUNT, MAX_AMOUNT);
        if (amount == 0) {
            throw Check.refused("/amount", "is 0, must be more, or less to take something back");
        }
        var _ = Check.range("/day", day.getYear(), 1, 9999);
        checkCurrency(currency);
        checkIdentifier("/model", model);
        checkIdentifier("/campaign", campaign);
        checkIdentifier("/channel", channel);
        checkIdentifier("/partner", partner);
        checkIdentifier("/group", group);
        var _ = Check.optionalText("/note", note, MAX_NOTE);
        return this;
    }

    /** A query parameter that names a currency; null if it was left out. */
    static @Nullable String currency(@Nullable String parameter) {
        if (parameter != null && !CURRENCIES.contains(parameter)) {
            throw QueryParameter.refused("salesCurrency", "must be a currency of ISO 4217 as CNY or EUR");
        }
        return parameter;
    }

    private static void checkCurrency(String code) {
        if (!CURRENCIES.contains(code)) {
            throw Check.refused("/currency", "is \"" + code + "\", must be a currency of ISO 4217 as CNY or EUR");
        }
    }

    private static void checkIdentifier(String pointer, @Nullable String given) {
        if (given != null) {
            var _ = Check.identifier(pointer, given);
        }
    }
}
