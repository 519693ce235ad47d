package dev.hearth.incentive.reward;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.contract.incentive.Money;
import dev.hearth.contract.incentive.PrivilegeKind;
import dev.hearth.contract.incentive.RewardType;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RewardTermsTest {
    @Test
    void readsBackAsItWasWritten() {
        RewardTerms terms = new RewardTerms(
                "Tea master",
                "A title",
                RewardType.PRIVILEGE,
                "points",
                100,
                List.of(new TierPrice("silver", 90), new TierPrice("gold", 80)),
                "member.level > 3",
                true,
                List.of(new MemberLimit(LimitWindow.TOTAL, 3), new MemberLimit(LimitWindow.DAY, 1)),
                Instant.parse("2026-02-17T00:00:00Z"),
                Instant.parse("2026-03-01T00:00:00Z"),
                15,
                7,
                new PrivilegeTerms(PrivilegeKind.TITLE, "tea master", 30),
                "tea-house",
                new Money(500, "CNY"));

        assertThat(ContractJson.readStrictly(ContractJson.write(terms), RewardTerms.class))
                .isEqualTo(terms);
        assertThat(terms.tierPrices()).extracting(TierPrice::tier).containsExactly("gold", "silver");
        assertThat(terms.limits()).extracting(MemberLimit::window).containsExactly(LimitWindow.DAY, LimitWindow.TOTAL);
    }

    @Test
    void pricesByTierAndElseForEverybody() {
        RewardTerms terms = terms(RewardType.GOODS, null, List.of(new TierPrice("gold", 80)));

        assertThat(terms.price("gold")).isEqualTo(80);
        assertThat(terms.price("silver")).isEqualTo(100);
        assertThat(terms.price(null)).isEqualTo(100);
    }

    @Test
    void wantsAPrivilegeExactlyWhereTheTypeIsOne() {
        PrivilegeTerms title = new PrivilegeTerms(PrivilegeKind.TITLE, "tea master", null);
        PrivilegeTerms group = new PrivilegeTerms(PrivilegeKind.GROUP, "g-1", 30);

        assertThat(terms(RewardType.PRIVILEGE, title, List.of()).privilege()).isEqualTo(title);
        assertThat(terms(RewardType.GROUP_ACCESS, group, List.of()).privilege()).isEqualTo(group);
        assertRefused("/privilege", () -> terms(RewardType.PRIVILEGE, null, List.of()));
        assertRefused("/privilege", () -> terms(RewardType.COUPON, title, List.of()));
        assertRefused("/privilege/kind", () -> terms(RewardType.PRIVILEGE, group, List.of()));
        assertRefused("/privilege/kind", () -> terms(RewardType.GROUP_ACCESS, title, List.of()));
        assertRefused("/privilege/name", () -> new PrivilegeTerms(PrivilegeKind.GROUP, "no group", 30));
    }

    @Test
    void refusesATierThatIsNamedTwice() {
        assertRefused(
                "/tierPrices",
                () -> terms(RewardType.GOODS, null, List.of(new TierPrice("gold", 1), new TierPrice("gold", 2))));
    }

    @ParameterizedTest
    @CsvSource({
        "DAY, 2026-03-01, 2026-03-01",
        "WEEK, 2026-03-01, 2026-02-23",
        "WEEK, 2026-02-23, 2026-02-23",
        "MONTH, 2026-03-01, 2026-03-01",
        "MONTH, 2026-02-28, 2026-02-01",
        "TOTAL, 2026-02-28, 1970-01-01",
    })
    void countsALimitFromTheFirstDayOfItsWindow(LimitWindow window, LocalDate day, LocalDate start) {
        assertThat(window.start(day)).isEqualTo(start);
    }

    private static RewardTerms terms(RewardType type, @Nullable PrivilegeTerms privilege, List<TierPrice> prices) {
        return new RewardTerms(
                "Tea", null, type, "points", 100, prices, null, true, List.of(), null, null, 15, null, privilege, null,
                null);
    }

    private static void assertRefused(String pointer, org.assertj.core.api.ThrowableAssert.ThrowingCallable what) {
        assertThatThrownBy(what)
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refusal -> assertThat(
                                        refusal.problem().errors().getFirst().pointer())
                                .isEqualTo(pointer));
    }
}
