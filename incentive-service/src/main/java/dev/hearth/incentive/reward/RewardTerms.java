package dev.hearth.incentive.reward;

import dev.hearth.contract.incentive.Money;
import dev.hearth.contract.incentive.PrivilegeKind;
import dev.hearth.contract.incentive.RewardType;
import dev.hearth.incentive.condition.Conditions;
import dev.hearth.platform.problem.Check;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a reward is.
 *
 * @param title for members, 1 to 200 characters
 * @param description for members, at most 2,000 characters
 * @param type what it consists of
 * @param currency of its price
 * @param price in points, 0 (a gift) to 10^12
 * @param tierPrices what members of these tiers pay instead, by tier
 * @param visibleIf CEL over member and community: who sees it and may redeem it; absent is everybody
 * @param stockCounted whether its stock is counted; that of coupons is their codes, whatever this says
 * @param limits how often a member may redeem it, one a window at most, by window
 * @param validFrom when it is first redeemed
 * @param validUntil from when it is redeemed no more
 * @param reservationMinutes how long a reservation lasts, 1 to 43,200 (30 days)
 * @param refundDays within how many days of 24 hours after its fulfilment it can be given back; absent is never
 * @param privilege of privileges and group access
 * @param partner who provides it, if somebody else does, 1 to 100 characters
 * @param cost what one costs the community, where it is known
 */
public record RewardTerms(
        String title,
        @Nullable String description,
        RewardType type,
        String currency,
        long price,
        List<TierPrice> tierPrices,
        @Nullable String visibleIf,
        boolean stockCounted,
        List<MemberLimit> limits,
        @Nullable Instant validFrom,
        @Nullable Instant validUntil,
        int reservationMinutes,
        @Nullable Integer refundDays,
        @Nullable PrivilegeTerms privilege,
        @Nullable String partner,
        @Nullable Money cost) {
    static final int MAX_TITLE = 200;
    static final int MAX_DESCRIPTION = 2_000;
    static final int MAX_PARTNER = 100;
    static final int MAX_TIERS = 20;
    static final int MAX_RESERVATION = 43_200;
    static final int MAX_REFUND_DAYS = 3_650;

    /** The highest price, in points, and the highest cost, in minor units. */
    public static final long MAX_PRICE = 1_000_000_000_000L;

    public RewardTerms {
        title = Check.text("/title", title, MAX_TITLE);
        description = Check.optionalText("/description", description, MAX_DESCRIPTION);
        currency = Check.identifier("/currency", currency);
        var _ = Check.range("/price", price, 0, MAX_PRICE);
        tierPrices = sorted(tierPrices);
        if (visibleIf != null) {
            visibleIf = Check.text("/visibleIf", visibleIf, Conditions.MAX_LENGTH);
        }
        limits = ordered(limits);
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            throw Check.refused("/validUntil", "must be after validFrom, " + validFrom);
        }
        var _ = Check.range("/reservationMinutes", reservationMinutes, 1, MAX_RESERVATION);
        if (refundDays != null) {
            var _ = Check.range("/refundDays", refundDays, 1, MAX_REFUND_DAYS);
        }
        checkPrivilege(type, privilege);
        if (partner != null) {
            partner = Check.text("/partner", partner, MAX_PARTNER);
        }
        checkCost(cost);
    }

    /** Whether nobody has to hand it over: it is fulfilled as soon as it is paid. */
    public boolean fulfilsAtOnce() {
        return switch (type) {
            case COUPON, PRIVILEGE, GROUP_ACCESS -> true;
            case GOODS -> false;
        };
    }

    /** Whether its stock stands in the entries of its stock. */
    public boolean countsStock() {
        return stockCounted && type != RewardType.COUPON;
    }

    /** What a member of that tier pays. */
    public long price(@Nullable String tier) {
        return tierPrices.stream()
                .filter(priced -> priced.tier().equals(tier))
                .mapToLong(TierPrice::price)
                .findFirst()
                .orElse(price);
    }

    private static List<TierPrice> sorted(List<TierPrice> given) {
        if (given.size() > MAX_TIERS) {
            throw Check.refused("/tierPrices", "has " + given.size() + " items, must have at most " + MAX_TIERS);
        }
        Set<String> tiers = new HashSet<>();
        for (TierPrice priced : given) {
            if (!tiers.add(priced.tier())) {
                throw Check.refused("/tierPrices", "names the tier " + priced.tier() + " twice; once is enough");
            }
        }
        return given.stream().sorted(Comparator.comparing(TierPrice::tier)).toList();
    }

    private static List<MemberLimit> ordered(List<MemberLimit> given) {
        Set<LimitWindow> windows = new HashSet<>();
        for (MemberLimit limit : given) {
            if (!windows.add(limit.window())) {
                throw Check.refused("/limits", "limits the window " + limit.window() + " twice; once is enough");
            }
        }
        return given.stream().sorted(Comparator.comparing(MemberLimit::window)).toList();
    }

    private static void checkPrivilege(RewardType type, @Nullable PrivilegeTerms privilege) {
        boolean wanted = switch (type) {
            case PRIVILEGE, GROUP_ACCESS -> true;
            case COUPON, GOODS -> false;
        };
        if (wanted != (privilege != null)) {
            throw Check.refused("/privilege", wanted ? "is missing: the type is " + type : "is not of type " + type);
        }
        if (privilege != null && (type == RewardType.GROUP_ACCESS) != (privilege.kind() == PrivilegeKind.GROUP)) {
            throw Check.refused("/privilege/kind", "must be GROUP for type GROUP_ACCESS, and only there");
        }
    }

    private static void checkCost(@Nullable Money cost) {
        if (cost == null) {
            return;
        }
        var _ = Check.range("/cost/minorUnits", cost.minorUnits(), 0, MAX_PRICE);
        if (!cost.currency().matches("[A-Z]{3}")) {
            throw Check.refused("/cost/currency", "must be an ISO 4217 code, such as CNY or EUR");
        }
    }
}
