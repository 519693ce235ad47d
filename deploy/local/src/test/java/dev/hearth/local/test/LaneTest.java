package dev.hearth.local.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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

    @Test
    void looksForDockerWhereItMayBe(@TempDir Path home) throws IOException {
        var runtime = Map.of("XDG_RUNTIME_DIR", home.toString());
        assumeThat(Path.of("/var/run/docker.sock")).doesNotExist();
        assertThat(Lane.mayHaveDocker(runtime, home)).isFalse();
        assertThat(Lane.mayHaveDocker(Map.of("DOCKER_HOST", "tcp://x:1"), home)).isTrue();
        Files.createFile(home.resolve("docker.sock"));
        assertThat(Lane.mayHaveDocker(runtime, home)).isTrue();
    }

    private boolean answer(boolean available) {
        asked.incrementAndGet();
        return available;
    }
}
