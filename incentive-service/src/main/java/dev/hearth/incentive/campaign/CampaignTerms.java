package dev.hearth.incentive.campaign;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a campaign is.
 *
 * @param name for people, 1 to 200 characters
 * @param opensAt the first instant whose deeds it pays
 * @param endsAt the first instant whose deeds it pays no more; null if it has no end
 * @param targets what shall be reached, at most 20
 * @param money what it may cost beside points, by currency, at most 10
 * @param holdOutPermille the share of members, in thousandths, who never get its awards; fixed once it is active
 * @param alertPercents shares of a budget, in percent, that are told when they are drawn; growing, at most 10
 */
public record CampaignTerms(
        String name,
        Instant opensAt,
        @Nullable Instant endsAt,
        List<Target> targets,
        List<MoneyBudget> money,
        int holdOutPermille,
        List<Integer> alertPercents) {
    public CampaignTerms {
        targets = List.copyOf(targets);
        money = List.copyOf(money);
        alertPercents = alertPercents.stream().sorted().distinct().toList();
    }

    /**
     * Something measurable that shall be reached.
     *
     * @param metric what is measured: {@code members-reached}, {@code awards} and {@code points-drawn} are reported
     *     here, others by who measures them
     * @param value the least that counts as reached
     */
    public record Target(String metric, long value) {}

    /**
     * Money that may be spent.
     *
     * @param currency ISO 4217 code
     * @param amount minor units, 1 or more
     */
    public record MoneyBudget(String currency, long amount) {}
}
