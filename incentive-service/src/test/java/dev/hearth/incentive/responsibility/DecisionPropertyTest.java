package dev.hearth.incentive.responsibility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;

class DecisionPropertyTest {
    private static final Instant DISCOVERED = Instant.parse("2026-03-02T10:00:00Z");
    private static final Map<Role, String> MEMBERS = Map.of(Role.MANAGER, "mia", Role.LEAD, "leo", Role.PERSON, "pia");

    @Property(tries = 5000)
    void sharesSumExactlyAndEachIsWithinOneUnitOfItsPercentage(
            @ForAll("shares") Shares shares, @ForAll @LongRange(min = 1, max = 1_000_000_000_000L) long penalty) {
        Map<Role, Long> split = shares.split(penalty);

        assertThat(split.values().stream().mapToLong(Long::longValue).sum()).isEqualTo(penalty);
        for (Role role : Role.values()) {
            long hundredfold = split.getOrDefault(role, -1L) * 100;
            long exact = penalty * shares.of(role);
            assertThat(hundredfold).isBetween(exact - 99, exact + 99);
        }
    }

    @Property(tries = 2000)
    void theLargestRemaindersGetTheUnitsThatAreLeft(
            @ForAll("shares") Shares shares, @ForAll @LongRange(min = 1, max = 10_000) long penalty) {
        Map<Role, Long> split = shares.split(penalty);

        for (Role up : Role.values()) {
            for (Role down : Role.values()) {
                boolean roundedUp = split.getOrDefault(up, 0L) * 100 > penalty * shares.of(up);
                boolean roundedDown = split.getOrDefault(down, 0L) * 100 < penalty * shares.of(down);
                if (roundedUp && roundedDown) {
                    assertThat(penalty * shares.of(up) % 100).isGreaterThanOrEqualTo(penalty * shares.of(down) % 100);
                }
            }
        }
    }

    @Property(tries = 1000)
    void sharesThatAreNotAHundredPercentAreNone(
            @ForAll @IntRange(min = -5, max = 110) int manager,
            @ForAll @IntRange(min = -5, max = 110) int lead,
            @ForAll @IntRange(min = -5, max = 110) int person) {
        if (manager + lead + person != 100 || manager < 0 || lead < 0 || person < 0) {
            assertThatThrownBy(() -> new Shares(manager, lead, person)).isInstanceOf(IllegalArgumentException.class);
        }
    }

    @Property(tries = 3000)
    void aReportBeforeTheDiscoveryByOneOfTheThreeExemptsWhomTheRuleNamesAndNothingElseDoes(
            @ForAll("rules") ResponsibilityTerms rule,
            @ForAll @LongRange(min = 1, max = 100_000) long penalty,
            @ForAll("reports") @Nullable Report report) {
        Decision decision =
                Decision.decide(rule, penalty, MEMBERS, new Discovery(Discovery.Source.AUDIT, DISCOVERED), report);

        boolean first = report != null
                && report.at().toEpochMilli() < DISCOVERED.toEpochMilli()
                && !report.by().equals("zoe");
        assertThat(decision.exempt()).isEqualTo(first && !rule.exempts().isEmpty());
        assertThat(decision.parts()).hasSize(3);
        assertThat(decision.parts().stream().mapToLong(Decision.Part::share).sum())
                .isEqualTo(penalty);
        assertThat(decision.parts())
                .allSatisfy(part -> assertThat(part.charged())
                        .isEqualTo(first && rule.exempts().contains(part.role()) ? 0 : part.share()));
    }

    @Provide
    Arbitrary<Shares> shares() {
        return Arbitraries.integers()
                .between(0, 100)
                .flatMap(manager -> Arbitraries.integers()
                        .between(0, 100 - manager)
                        .map(lead -> new Shares(manager, lead, 100 - manager - lead)));
    }

    @Provide
    Arbitrary<ResponsibilityTerms> rules() {
        return shares().flatMap(shares -> Arbitraries.of(Role.class)
                .set()
                .map(exempts -> new ResponsibilityTerms(
                        "rule", shares.manager(), shares.lead(), shares.person(), Set.copyOf(exempts))));
    }

    @Provide
    Arbitrary<@Nullable Report> reports() {
        return Arbitraries.of("mia", "leo", "pia", "zoe")
                .flatMap(by ->
                        Arbitraries.longs().between(-2, 2).map(millis -> new Report(by, DISCOVERED.plusMillis(millis))))
                .injectNull(0.2);
    }
}
