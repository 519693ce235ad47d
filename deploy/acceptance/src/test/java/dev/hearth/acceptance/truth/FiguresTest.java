package dev.hearth.acceptance.truth;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.api.Test;

/** The comparison must find what is wrong, or the acceptance tests prove nothing. */
class FiguresTest {
    private final Village village = Village.of(1, 2_000);
    private final Figures expected = new Oracle(village).expected();

    @Test
    void findsNoDifferenceBetweenEqualFigures() {
        assertThat(expected.differencesTo(new Oracle(village).expected())).isEmpty();
    }

    @Test
    void findsEverySingleValueThatIsWrong() {
        for (String wrong : expected.values().keySet()) {
            Figures measured = new Figures();
            expected.values().forEach((name, value) -> measured.put(name, name.equals(wrong) ? value + "1" : value));

            assertThat(expected.differencesTo(measured))
                    .singleElement()
                    .asString()
                    .startsWith(wrong + ":");
        }
    }

    @Test
    void findsEveryValueThatIsMissing() {
        for (String missing : expected.values().keySet()) {
            Figures measured = new Figures();
            expected.values().entrySet().stream()
                    .filter(value -> !value.getKey().equals(missing))
                    .forEach(value -> measured.put(value.getKey(), value.getValue()));

            assertThat(expected.differencesTo(measured))
                    .singleElement()
                    .asString()
                    .startsWith(missing + ":")
                    .endsWith("measured absent");
        }
    }

    @Test
    void findsAValueTooMany() {
        Figures measured = new Oracle(village).expected();
        measured.put("points A of nobody", 7);

        assertThat(expected.differencesTo(measured)).containsExactly("points A of nobody: expected absent, measured 7");
    }

    @Test
    void doesNotTakeNothingForSuccess() {
        assertThat(new Figures().differencesTo(new Figures())).hasSize(1);
    }

    @Test
    void knowsThatTrailingZerosMeanNothing() {
        Figures one = new Figures();
        one.put("stickiness", new BigDecimal("0.500000"));
        Figures other = new Figures();
        other.put("stickiness", new BigDecimal("0.5"));

        assertThat(one.differencesTo(other)).isEmpty();
    }
}
