package dev.hearth.acceptance.suite;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.local.TokenRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** What a newcomer does first: pastes the README's requests, all at once. */
class ReadmeIT {
    private static final Pattern SHELL = Pattern.compile("```bash\n(.*?)```", Pattern.DOTALL);

    private final RunningSuite suite = RunningSuite.shared();

    @Test
    void theFirstRequestsOfTheReadmeWorkAsTheyArePasted() throws IOException, InterruptedException {
        Output first = run(requests().getFirst());
        assertThat(first.exit()).as(first.text()).isZero();
        assertThat(first.text()).contains("\"accepted\":1");

        Client client = new Client(suite.stack().token(TokenRequest.forEverything()));
        var _ = Eventually.get(
                () -> client.get(suite.incentive("/communities/acme/members/ada/balances")),
                answer -> answer.body().contains("\"points\":5"));
        var _ = Eventually.get(
                () -> client.get(suite.analytics("/communities/acme/active-members")),
                answer -> answer.body().contains("\"activeMembers\":1"));

        Output again = run(requests().getFirst());
        assertThat(again.exit()).as(again.text()).isZero();
        assertThat(again.text()).contains("\"points\":5").contains("\"activeMembers\":1");

        Output spent = run(requests().getLast());
        Output spentAgain = run(requests().getLast());
        for (Output output : List.of(spent, spentAgain)) {
            assertThat(output.exit()).as(output.text()).isZero();
            assertThat(output.text())
                    .contains("\"reward\":\"sticker\"", "\"type\":\"REDEEMED\"", "\"sourceEvent\":\"m-1\"");
        }
        assertThat(client.get(suite.incentive("/communities/acme/members/ada/balances"))
                        .body())
                .contains("\"points\":0");
    }

    /** The README's own text; only the ports are those of this suite, the token is its own, and a refusal ends it. */
    private List<String> requests() throws IOException {
        List<String> blocks = new ArrayList<>();
        Matcher block = SHELL.matcher(Files.readString(RunningSuite.checkout().resolve("README.md")));
        while (block.find()) {
            blocks.add(here(block.group(1)));
        }
        assertThat(blocks).as("the README has two blocks of requests").hasSize(2);
        String definitions = blocks.getFirst().lines().findFirst().orElseThrow();
        return List.of(blocks.getFirst(), definitions + "\n" + blocks.getLast());
    }

    private String here(String block) {
        String script = block.replace("$(./hearth token)", suite.stack().token(TokenRequest.forEverything()))
                .replace("curl ", "curl --silent --show-error --fail-with-body --max-time 20 ");
        for (int i = 0; i < RunningSuite.SERVICES.size(); i++) {
            String port = Integer.toString(suite.stack().config().port(RunningSuite.SERVICES.get(i)));
            script = script.replace("localhost:" + (8081 + i), "127.0.0.1:" + port);
        }
        return script;
    }

    private static Output run(String script) throws IOException, InterruptedException {
        Process shell = new ProcessBuilder(List.of("bash", "-e", "-c", script))
                .redirectErrorStream(true)
                .start();
        String text = new String(shell.getInputStream().readAllBytes(), UTF_8);
        assertThat(shell.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return new Output(shell.exitValue(), text);
    }

    private record Output(int exit, String text) {}
}
