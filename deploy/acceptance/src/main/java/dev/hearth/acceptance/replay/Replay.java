package dev.hearth.acceptance.replay;

import dev.hearth.acceptance.client.Patience;
import dev.hearth.acceptance.client.SuiteClient;
import dev.hearth.acceptance.client.SuiteUnreachable;
import dev.hearth.acceptance.client.UnexpectedAnswer;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** {@code hearth replay FILE}: posts a file of events through the public interface; see {@link CommandLine#HELP}. */
public final class Replay {
    private static final int DONE = 0;
    private static final int SOME_REFUSED = 1;
    private static final int BAD_ARGUMENTS = 2;
    private static final int BAD_FILE = 3;
    private static final int NO_SUITE = 4;
    private static final int NOT_CAUGHT_UP = 5;

    private final Map<String, String> environment;
    private final Supplier<String> localToken;
    private final PrintStream out;
    private final Screen screen;

    Replay(Map<String, String> environment, Supplier<String> localToken, PrintStream out, Screen screen) {
        this.environment = environment;
        this.localToken = localToken;
        this.out = out;
        this.screen = screen;
    }

    public static void main(String[] arguments) {
        Replay replay = new Replay(System.getenv(), LocalToken::ofLauncher, System.out, Screen.standard());
        System.exit(replay.run(List.of(arguments)));
    }

    /** Does what the arguments say and gives the exit code. */
    int run(List<String> arguments) {
        if (arguments.contains("--help") || arguments.contains("-h")) {
            out.print(CommandLine.HELP);
            return DONE;
        }
        try {
            return replay(CommandLine.read(arguments, environment));
        } catch (IllegalArgumentException e) {
            return failed(BAD_ARGUMENTS, e);
        } catch (UnreadableFile e) {
            return failed(BAD_FILE, e);
        } catch (UnexpectedAnswer | SuiteUnreachable e) {
            return failed(NO_SUITE, e);
        }
    }

    private int replay(CommandLine line) {
        ReplayOptions options = line.options();
        try (SuiteClient client = new SuiteClient(token(line.token()), Patience.USUAL)) {
            Summary summary = new Run(options, client, screen).replay();
            out.print(summary.text());
            if (summary.fate().refusals() > 0) {
                return SOME_REFUSED;
            }
            return summary.caughtUp() ? DONE : NOT_CAUGHT_UP;
        }
    }

    private Supplier<String> token(@Nullable String given) {
        return given == null ? localToken : () -> given;
    }

    private int failed(int code, RuntimeException failure) {
        screen.out().println("hearth replay: " + failure.getMessage());
        return code;
    }
}
