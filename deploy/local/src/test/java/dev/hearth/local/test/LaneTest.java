package dev.hearth.local.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LaneTest {

    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void asksDockerOnlyWhenNobodyHasDecided() {
        assertThat(Lane.of("true", () -> answer(false))).isEqualTo(Lane.CONTAINERS);
        assertThat(Lane.of("FALSE", () -> answer(true))).isEqualTo(Lane.PROCESSES);
        assertThat(asked).hasValue(0);
        assertThat(Lane.of("auto", () -> answer(true))).isEqualTo(Lane.CONTAINERS);
        assertThat(Lane.of("", () -> answer(false))).isEqualTo(Lane.PROCESSES);
        assertThat(asked).hasValue(2);
    }

    @Test
    void refusesAnythingElse() {
        assertThatThrownBy(() -> Lane.of("docker", () -> answer(true)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("true, false or auto")
                .hasMessageContaining("docker");
    }

    private boolean answer(boolean available) {
        asked.incrementAndGet();
        return available;
    }
}
