package dev.hearth.incentive.draw.proof;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** The script that anybody may run, as anybody would run it: it shares not a line with the service. */
public final class Verifier {
    private static final Path SCRIPT = Path.of("..", "deploy", "tools", "verify_draw.py");

    private Verifier() {}

    /**
     * What it said.
     *
     * @param status 0 the proof holds, 1 it is forged, 2 unreadable
     */
    public record Verdict(int status, String words) {}

    /** Skips the test, saying so, where there is no Python. */
    public static void assumePython() {
        Assumptions.assumeTrue(hasPython(), "there is no python3 here: the outside verifier was not run");
    }

    public static Verdict verify(String proof, String... options) {
        try {
            Path file = Files.createTempFile("proof", ".json");
            Files.writeString(file, proof);
            List<String> command = new ArrayList<>(List.of("python3", SCRIPT.toString()));
            command.addAll(List.of(options));
            command.add(file.toString());
            Verdict verdict = run(command);
            Files.delete(file);
            return verdict;
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static boolean hasPython() {
        try {
            return run(List.of("python3", "--version")).status() == 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static Verdict run(List<String> command) throws IOException {
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String words = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS)) {
                process.destroyForcibly();
                throw new AssertionError("the verifier did not end: " + words);
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        return new Verdict(process.exitValue(), words);
    }
}
