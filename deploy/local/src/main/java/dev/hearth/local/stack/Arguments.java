package dev.hearth.local.stack;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Options in the two usual spellings, {@code --name value} and {@code --name=value}. */
final class Arguments {

    private final Deque<String> rest;

    Arguments(List<String> arguments) {
        this.rest = new ArrayDeque<>(arguments);
    }

    boolean hasMore() {
        return !rest.isEmpty();
    }

    /** The next option's name, such as {@code --home}; its value, if any, is next. */
    String name() {
        var word = rest.removeFirst();
        if (!word.startsWith("--")) {
            throw new UsageException("Not an option: " + word);
        }
        var equals = word.indexOf('=');
        if (equals < 0) {
            return word;
        }
        rest.addFirst(word.substring(equals + 1));
        return word.substring(0, equals);
    }

    String value(String name) {
        if (rest.isEmpty()) {
            throw new UsageException(name + " needs a value");
        }
        return rest.removeFirst();
    }
}
