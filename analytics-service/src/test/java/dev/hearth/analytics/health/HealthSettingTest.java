package dev.hearth.analytics.health;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.analytics.health.pulse.Detection;
import org.junit.jupiter.api.Test;

class HealthSettingTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void aDocumentThatIsOlderThanDetectionIsReadAsUsual() throws JsonProcessingException {
        ObjectNode kept = JSON.valueToTree(of(new Detection(8, 4, 3, 2, 0.01, 0.001, 0.1)));
        kept.remove("detection");

        assertThat(JSON.treeToValue(kept, HealthSetting.class)).isEqualTo(of(Detection.USUAL));
    }

    @Test
    void aDocumentIsReadAsItWasWritten() throws JsonProcessingException {
        HealthSetting said = of(new Detection(8, 4, 3, 2, 0.01, 0.001, 0.1));

        assertThat(JSON.readValue(JSON.writeValueAsString(said), HealthSetting.class))
                .isEqualTo(said);
    }

    private static HealthSetting of(Detection detection) {
        HealthSetting usual = HealthSetting.USUAL;
        return new HealthSetting(usual.score(), usual.value(), usual.kinds(), 48, 14, detection);
    }
}
