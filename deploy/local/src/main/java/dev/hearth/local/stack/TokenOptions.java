package dev.hearth.local.stack;

import dev.hearth.local.TokenRequest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The options of {@code hearth token}. What is not said is not limited: every scope, every community, no particular
 * member.
 *
 * @param home where the signing key is
 */
record TokenOptions(Path home, TokenRequest request) {

    private static final Pattern SEPARATORS = Pattern.compile("[\\s,]+");

    static TokenOptions read(Path usualHome, List<String> words) {
        var arguments = new Arguments(words);
        var home = usualHome;
        var scopes = new ArrayList<String>();
        var communities = new ArrayList<String>();
        var base = TokenRequest.forEverything();
        var subject = base.subject();
        var lifetime = base.lifetime();
        Optional<String> member = Optional.empty();
        while (arguments.hasMore()) {
            var name = arguments.name();
            var value = arguments.value(name);
            switch (name) {
                case "--home" -> home = Path.of(value);
                case "--scope" -> scopes.addAll(scopes(value));
                case "--community" -> communities.addAll(split(value));
                case "--member" -> member = Optional.of(value);
                case "--subject" -> subject = value;
                case "--lifetime" -> lifetime = duration(value);
                default -> throw new UsageException("Unknown option: " + name);
            }
        }
        return new TokenOptions(
                home,
                new TokenRequest(
                        subject,
                        scopes.isEmpty() ? base.scopes() : scopes,
                        communities.isEmpty() ? base.communities() : communities,
                        member,
                        lifetime));
    }

    /** A misspelt scope would make a token that opens nothing and says nothing. */
    private static List<String> scopes(String value) {
        var scopes = split(value);
        scopes.stream()
                .filter(scope -> !TokenRequest.ALL_SCOPES.contains(scope))
                .findFirst()
                .ifPresent(scope -> {
                    throw new UsageException(
                            "Unknown scope: " + scope + ". There are: " + String.join(" ", TokenRequest.ALL_SCOPES));
                });
        return scopes;
    }

    private static List<String> split(String value) {
        return Stream.of(SEPARATORS.split(value, -1))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static Duration duration(String value) {
        try {
            var letters = value.toUpperCase(Locale.ROOT);
            return Duration.parse(letters.endsWith("D") ? "P" + letters : "PT" + letters);
        } catch (DateTimeParseException e) {
            throw new UsageException("Not a lifetime (such as 30m, 12h or 7d): " + value);
        }
    }
}
