package dev.hearth.analytics.churn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChurnBandTest {
    @ParameterizedTest
    @CsvSource({
        "LOW, 0.299, LOW",
        "LOW, 0.3, MEDIUM",
        "LOW, 0.6, HIGH",
        "MEDIUM, 0.6, HIGH",
        "MEDIUM, 0.26, MEDIUM",
        "MEDIUM, 0.24, LOW",
        "HIGH, 0.56, HIGH",
        "HIGH, 0.54, MEDIUM",
        "HIGH, 0.26, MEDIUM",
        "HIGH, 0.24, LOW"
    })
    void isLeftUpwardsAtItsBorderAndDownwardsWellBelowIt(ChurnBand before, double risk, ChurnBand after) {
        assertThat(ChurnBand.after(before, risk)).isEqualTo(after);
    }
}
