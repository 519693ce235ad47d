package dev.hearth.local.stack;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StackConfigTest {
    private static final Path CHECKOUT = Path.of("/opt/hearth");

    @Test
    void namesTheHomeInTheTokenCommandOnlyWhereItIsNotTheUsualOne() {
        var usual = StackConfig.of(CHECKOUT, Map.of());
        var environment = Map.of("HEARTH_HOME", "/srv/one");

        assertThat(usual.tokenCommand(Map.of())).isEqualTo("./hearth token");
        assertThat(StackConfig.of(CHECKOUT, environment).tokenCommand(environment))
                .isEqualTo("./hearth token");
        assertThat(usual.withPort(Part.MEMBER, "9001").tokenCommand(Map.of())).isEqualTo("./hearth token");
        assertThat(StackConfig.of(CHECKOUT, environment)
                        .withHome(Path.of("/srv/two"))
                        .tokenCommand(environment))
                .isEqualTo("./hearth token --home /srv/two");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/srv/two", "/srv/my home", "/srv/ada's", "/srv/$HOME;`id`", "/srv/\"q\"*"})
    void writesTheTokenCommandAsAShellTakesIt(String home) throws Exception {
        var command = StackConfig.of(CHECKOUT, Map.of()).withHome(Path.of(home)).tokenCommand(Map.of());

        var shell = new ProcessBuilder("bash", "-c", "printf '%s\\n' " + command).start();
        var words = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(shell.waitFor()).isZero();
        assertThat(words.lines().toList()).isEqualTo(List.of("./hearth", "token", "--home", home));
    }

    /** As text: a JVM that began without a UTF-8 locale can neither open such a path nor hand it to a shell. */
    @Test
    void quotesNamesThatAreNotAscii() {
        assertThat(StackConfig.quoted("/srv/社群")).isEqualTo("'/srv/社群'");
    }
}
