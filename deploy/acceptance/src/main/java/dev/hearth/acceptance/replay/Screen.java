package dev.hearth.acceptance.replay;

import java.io.Console;
import java.io.PrintStream;
import java.util.Optional;

/**
 * Where a person, or a log, reads along.
 *
 * @param out the stream
 * @param terminal whether a line can be overwritten
 */
public record Screen(PrintStream out, boolean terminal) {
    /** The standard error stream; a terminal if the process has one and {@code TERM} is not {@code dumb}. */
    public static Screen standard() {
        boolean attended = Optional.ofNullable(System.console())
                .filter(Console::isTerminal)
                .isPresent();
        return new Screen(System.err, attended && !"dumb".equals(System.getenv("TERM")));
    }
}
