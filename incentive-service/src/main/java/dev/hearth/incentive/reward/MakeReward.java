package dev.hearth.incentive.reward;

import dev.hearth.contract.incentive.Money;
import dev.hearth.contract.incentive.PrivilegeKind;
import dev.hearth.contract.incentive.RewardType;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.platform.problem.Check;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** All that is chosen of a reward. */
@Schema(name = "MakeReward")
record MakeReward(
        @Schema(defaultValue = "ACTIVE", description = "what the version is for", examples = "ACTIVE") @Nullable
        DefinitionStatus status,

        @Schema(required = true, minLength = 1, maxLength = RewardTerms.MAX_TITLE) @Nullable
        String title,

        @Schema(maxLength = RewardTerms.MAX_DESCRIPTION) @Nullable
        String description,

        @Schema(
                required = true,
                description = "COUPON: a code; GOODS: fulfilled by hand; PRIVILEGE: title, pin or access;"
                        + " GROUP_ACCESS: access to a group")
        @Nullable
        RewardType type,

        @Schema(required = true, examples = "points") @Nullable
        String currency,

        @Schema(required = true, minimum = "0", maximum = "1000000000000") @Nullable
        Long price,

        @Schema(description = "what members of these tiers pay instead, at most 20") @Nullable
        List<TierPriceOf> tierPrices,

        @Schema(description = "CEL over member and community: who may redeem it; everybody if absent") @Nullable
        String visibleIf,

        @Schema(
                defaultValue = "true",
                description = "whether stock is counted; a coupon's stock is always its free codes")
        @Nullable
        Boolean stockCounted,

        @Schema(description = "how often a member may redeem it, one a window at most") @Nullable
        List<LimitOf> limits,

        @Nullable Instant validFrom,
        @Nullable Instant validUntil,

        @Schema(minimum = "1", maximum = "43200", defaultValue = "15", description = "how long a reservation lasts")
        @Nullable
        Integer reservationMinutes,

        @Schema(
                minimum = "1",
                maximum = "3650",
                description = "within how many days after its fulfilment it can be refunded; never if absent")
        @Nullable
        Integer refundDays,

        @Schema(description = "needed for PRIVILEGE and GROUP_ACCESS") @Nullable
        PrivilegeOf privilege,

        @Schema(maxLength = RewardTerms.MAX_PARTNER, description = "who provides it") @Nullable
        String partner,

        @Schema(description = "what one costs the community") @Nullable
        CostOf cost) {
    static final String COUPON = """
            {"title": "A cup of tea", "type": "COUPON", "currency": "points", "price": 80,
             "tierPrices": [{"tier": "gold", "price": 60}], "visibleIf": "member.status == 'ACTIVE'",
             "limits": [{"window": "DAY", "times": 1}, {"window": "MONTH", "times": 5}], "refundDays": 7,
             "partner": "tea-house", "cost": {"minorUnits": 500, "currency": "CNY"}}""";
    static final String GOODS = """
            {"title": "A tea cup", "type": "GOODS", "currency": "points", "price": 0, "stockCounted": false,
             "reservationMinutes": 30, "refundDays": 14}""";

    private static final int DEFAULT_RESERVATION = 15;

    @Schema(name = "TierPrice")
    record TierPriceOf(
            @Schema(required = true) @Nullable String tier,

            @Schema(required = true, minimum = "0") @Nullable
            Long price) {
        static TierPriceOf of(TierPrice priced) {
            return new TierPriceOf(priced.tier(), priced.price());
        }

        TierPrice terms(String pointer) {
            return new TierPrice(
                    Check.identifier(pointer + "/tier", tier),
                    Check.range(
                            pointer + "/price", Check.present(pointer + "/price", price), 0, RewardTerms.MAX_PRICE));
        }
    }

    @Schema(name = "RewardLimit")
    record LimitOf(
            @Schema(required = true) @Nullable LimitWindow window,

            @Schema(required = true, minimum = "1", maximum = "10000") @Nullable
            Integer times) {
        static LimitOf of(MemberLimit limit) {
            return new LimitOf(limit.window(), limit.times());
        }

        MemberLimit terms(String pointer) {
            long count =
                    Check.range(pointer + "/times", Check.present(pointer + "/times", times), 1, MemberLimit.MAX_TIMES);
            return new MemberLimit(Check.present(pointer + "/window", window), (int) count);
        }
    }

    @Schema(name = "RewardPrivilege")
    record PrivilegeOf(
            @Schema(required = true, description = "GROUP is for GROUP_ACCESS only") @Nullable
            PrivilegeKind kind,

            @Schema(
                    required = true,
                    minLength = 1,
                    maxLength = PrivilegeTerms.MAX_NAME,
                    description = "the title, the pinned place, what is accessible, or the group's id")
            @Nullable
            String name,

            @Schema(minimum = "1", maximum = "3650", description = "how long; it does not end by itself if absent")
            @Nullable
            Integer days) {
        static @Nullable PrivilegeOf of(@Nullable PrivilegeTerms terms) {
            return terms == null ? null : new PrivilegeOf(terms.kind(), terms.name(), terms.days());
        }

        PrivilegeTerms terms() {
            return new PrivilegeTerms(
                    Check.present("/privilege/kind", kind), Check.present("/privilege/name", name), days);
        }
    }

    @Schema(name = "RewardCost")
    record CostOf(
            @Schema(required = true, minimum = "0", description = "in the currency's smallest unit") @Nullable
            Long minorUnits,

            @Schema(required = true, description = "ISO 4217 code", examples = "CNY") @Nullable
            String currency) {
        static @Nullable CostOf of(@Nullable Money cost) {
            return cost == null ? null : new CostOf(cost.minorUnits(), cost.currency());
        }

        Money terms() {
            return new Money(Check.present("/cost/minorUnits", minorUnits), Check.present("/cost/currency", currency));
        }
    }

    Wanted<RewardTerms> wanted() {
        return Wanted.of(terms(), status);
    }

    private RewardTerms terms() {
        return new RewardTerms(
                Check.present("/title", title),
                description,
                Check.present("/type", type),
                Check.present("/currency", currency),
                Check.present("/price", price),
                prices(),
                visibleIf,
                !Boolean.FALSE.equals(stockCounted),
                memberLimits(),
                validFrom,
                validUntil,
                Objects.requireNonNullElse(reservationMinutes, DEFAULT_RESERVATION),
                refundDays,
                privilege == null ? null : privilege.terms(),
                partner,
                cost == null ? null : cost.terms());
    }

    private List<TierPrice> prices() {
        List<TierPriceOf> given = Objects.requireNonNullElse(tierPrices, List.of());
        List<TierPrice> prices = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String pointer = "/tierPrices/" + i;
            prices.add(Check.present(pointer, given.get(i)).terms(pointer));
        }
        return prices;
    }

    private List<MemberLimit> memberLimits() {
        List<LimitOf> given = Objects.requireNonNullElse(limits, List.of());
        List<MemberLimit> made = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String pointer = "/limits/" + i;
            made.add(Check.present(pointer, given.get(i)).terms(pointer));
        }
        return made;
    }
}
