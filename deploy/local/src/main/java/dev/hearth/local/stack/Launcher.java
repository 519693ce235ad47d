package dev.hearth.local.stack;

import dev.hearth.local.LocalServerException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * What {@code ./hearth up} and {@code ./hearth token} run. Ends with 0 when all went well, 1 when a part did not start,
 * 2 when the command line makes no sense.
 */
public final class Launcher {

    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final Path checkout;
    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;

    Launcher(Path checkout, Map<String, String> environment, PrintStream out, PrintStream err) {
        this.checkout = checkout;
        this.environment = environment;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        var checkout = Path.of(System.getProperty("hearth.checkout", ""));
        var launcher = new Launcher(checkout, System.getenv(), System.out, System.err);
        System.exit(launcher.run(List.of(arguments)));
    }

    int run(List<String> arguments) {
        try {
            if (arguments.isEmpty()) {
                throw new UsageException("Which command? up or token");
            }
            var rest = arguments.subList(1, arguments.size());
            return switch (arguments.getFirst()) {
                case "up" -> up(UpOptions.read(StackConfig.of(checkout, environment), rest));
                case "token" ->
                    token(TokenOptions.read(
                            StackConfig.of(checkout, environment).home(), rest));
                default -> throw new UsageException("Unknown command: " + arguments.getFirst());
            };
        } catch (UsageException e) {
            err.println(e.getMessage());
            return MISUSED;
        } catch (LocalServerException e) {
            err.println(e.getMessage());
            return FAILED;
        }
    }

    private int token(TokenOptions options) {
        out.println(StackHome.issuer(options.home()).token(options.request()));
        return 0;
    }

    /** Runs until a signal ends this JVM. */
    private int up(UpOptions options) {
        var config = options.config();
        var screen = new Screen(out, Boolean.getBoolean("hearth.terminal"), config);
        var stack = Stack.prepare(config, screen);
        var demo = new DemoProcess(config, environment);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> end(demo, stack, screen), "end"));
        screen.begin();
        stack.startAll();
        screen.ready(stack);
        if (options.demo()) {
            demo.start(stack);
        }
        try {
            Thread.currentThread().join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return 0;
    }

    private static void end(DemoProcess demo, Stack stack, Screen screen) {
        screen.stopping();
        demo.stop();
        stack.close();
        screen.stopped();
    }
}
