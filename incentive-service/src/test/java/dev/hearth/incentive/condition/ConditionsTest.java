package dev.hearth.incentive.condition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.hearth.platform.problem.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConditionsTest {
    private static final MemberFacts ADA =
            new MemberFacts("ada", "ACTIVE", 3, Set.of("vip", "early"), Set.of("g1"), false, "gold");
    private static final CommunityFacts ACME = new CommunityFacts("acme", "Acme", "Asia/Shanghai");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "event.kind == 'purchase.made' && event.value >= 100",
                "has(event.value) && !has(event.groupId)",
                "event.hour == 20 && event.weekday == 2 && event.localDate == '2026-02-17'",
                "event.occurredAt < timestamp('2026-02-18T00:00:00Z')",
                "event.properties.channel == 'app' && int(event.properties.items) > 1",
                "event.properties.rate > 0.5 && event.properties.deep.list.exists(i, i == 2)",
                "'vip' in member.tags && member.tags.all(t, size(t) < 10)",
                "member.groups.exists_one(g, g == 'g1') && member.tier == 'gold'",
                "member.tags.filter(t, t.startsWith('v')).size() == 1",
                "member.status == 'ACTIVE' && member.level >= 3 && !member.planted",
                "community.id == 'acme' && community.zone.matches('^Asia/')",
                "!(event.kind in ['a', 'b'])",
                "!has(event.properties.missing)",
            })
    void holds(String cel) {
        assertThat(compile(cel).test(facts(250L))).isEqualTo(new Evaluated.Value<>(true));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "10 | 10",
                "-2 | -2",
                "min(event.value, 100) * 3 | 300",
                "max(event.value, 300) + 1 | 301",
                "event.value / 100 * 7 | 14",
                "event.value % 7 | 5",
                "event.hour >= 18 ? 10 : 2 | 10",
                "has(event.value) ? event.value : 0 | 250",
                "size(member.tags) * 5 | 10",
                "int(event.properties.items) | 3",
            })
    void isAnAmount(String cel, long amount) {
        assertThat(Conditions.amount("/amount/cel", cel, Vocabulary.EVENT).amount(facts(250L)))
                .isEqualTo(new Evaluated.Value<>(amount));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "event.kind = 'a' | line 1, column 12",
                "event.kinds == 'a' | line 1, column 6: undefined field 'kinds'",
                "evnt.kind == 'a' | undeclared reference to 'evnt'",
                "event.kind == 5 | no matching overload",
                "event.kind | expected type 'bool'",
                "member.tags.map(t, t + t).size() > 1 | undeclared reference to 'map'",
                "member.tags.all(a, member.tags.all(b, member.tags.all(c, a == c))) | line 1, column 54: is a loop within 2 loops",
                "event.value * event.value > 5 | line 1, column 13: could overflow",
                "event.value + 9223372036854775807 > 5 | could overflow",
                "9223372036854775808 > 5 | line 1, column 1",
                "-event.value * 2000 > 5 | line 1, column 14: could overflow",
                "event.kind.matches(event.target) | must be a constant pattern",
                "event.kind.matches('(') | is not a regular expression",
                "event.properties.a + event.properties.b > 1 | line 1, column 20: joins lists",
                "(member.tags + member.groups).size() > 1 | line 1, column 14: joins lists",
                "'' | has 0 characters",
                "int(event.properties.items) * 2 > 1 | line 1, column 29: could overflow",
                "size(event) > 1 | no matching overload",
            })
    void refusesWithPositionAndRemedyWhat(String cel, String detail) {
        assertThatThrownBy(() -> compile(cel)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.problem().errors()).singleElement().satisfies(error -> {
                assertThat(error.pointer()).isEqualTo("/condition");
                assertThat(error.detail()).contains(detail);
            });
        });
    }

    @Test
    void refusesWhatIsTooLongOrTooDeep() {
        assertThatThrownBy(() -> compile("true" + " && true".repeat(300))).hasMessageContaining("1 to 2000");
        assertThatThrownBy(() -> compile("(".repeat(400) + "true" + ")".repeat(400)))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> compile(String.join(" && ", Collections.nCopies(9, "member.tags.all(t, t == 'a')"))))
                .hasMessageContaining("one loop too many");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "event.value > 5 | value",
                "event.properties.missing == 'x' | missing",
                "1 / (event.hour - event.hour) > 0 | zero",
                "int(event.properties.huge) > 0 | range",
                "int(event.properties.channel) > 0 | ''",
                "event.properties.channel > 5 | ''",
                "event.properties.long.all(i, i >= 0) | iteration",
            })
    void isAFaultWithItsCauseWhereTheFactsDoNotFit(String cel, String cause) {
        assertThat(compileUnchecked(cel))
                .isInstanceOfSatisfying(
                        Evaluated.Fault.class,
                        fault -> assertThat(fault.cause()).containsIgnoringCase(cause));
    }

    @Test
    void isAFaultNotAWrapWhereAValueIsBeyondItsDeclaredRange() {
        assertThat(Conditions.amount("/a", "event.value + 1", Vocabulary.EVENT).amount(facts(Long.MAX_VALUE)))
                .isInstanceOf(Evaluated.Fault.class);
        assertThat(Conditions.amount("/a", "event.value + 1", Vocabulary.EVENT).amount(facts(Long.MIN_VALUE)))
                .isInstanceOf(Evaluated.Fault.class);
    }

    @Test
    void knowsNoEventWhereItLooksAtMembersOnly() {
        assertThat(Conditions.compile("/visible", "member.level > 2", Vocabulary.MEMBER)
                        .test(Facts.of(ADA, ACME)))
                .isEqualTo(new Evaluated.Value<>(true));
        assertThatThrownBy(() -> Conditions.compile("/visible", "event.kind == 'a'", Vocabulary.MEMBER))
                .hasMessageContaining("undeclared reference to 'event'");
    }

    private static Condition compile(String cel) {
        return Conditions.compile("/condition", cel, Vocabulary.EVENT);
    }

    private static Evaluated<Boolean> compileUnchecked(String cel) {
        return compile(cel).test(facts(null));
    }

    private static Facts facts(@Nullable Long value) {
        List<Integer> many = new ArrayList<>(Collections.nCopies(1_500, 1));
        EventFacts event = new EventFacts(
                "purchase.made",
                "ada",
                null,
                "bob",
                value,
                Instant.parse("2026-02-17T12:30:00Z"),
                ZoneId.of("Asia/Shanghai"),
                LocalDate.parse("2026-02-17"),
                Map.of(
                        "channel",
                        "app",
                        "items",
                        3,
                        "rate",
                        0.75,
                        "huge",
                        1e300,
                        "deep",
                        Map.of("list", List.of(1, 2)),
                        "long",
                        many));
        return Facts.of(event, ADA, ACME);
    }
}
