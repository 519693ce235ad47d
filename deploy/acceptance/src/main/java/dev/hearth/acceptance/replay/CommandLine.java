package dev.hearth.acceptance.replay;

import dev.hearth.acceptance.client.SuiteAddresses;
import java.net.URI;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Reads the arguments of {@code hearth replay}; a bad one fails with {@link IllegalArgumentException}. */
final class CommandLine {
    static final String HELP = """
            hearth replay FILE [options]   post a file of events through the public ingest API

            FILE is CSV or gzipped CSV; its first line names the columns: id, ts, user, kind, and
            where known target, obj, value, group. Community, groups, members and unknown kinds are
            registered first. Nothing is ever counted twice: run it again after an interruption.

              --community ID     default: the file's name (of events.csv.gz: its folder's)
              --zone ZONE        zone of a community that is new (default UTC)
              --from TIME        events at or after this time (2004-05-01 or 2004-05-01T00:00:00Z)
              --to TIME          events before this time
              --shuffle [SEED]   in random order, the same for the same seed; up to 1,000,000 rows
                                 are held in memory, larger files are shuffled within that window
              --repeat SHARE     send this share a second time, e.g. 5%
              --batch N          events a request, 1 to 1000 (default 500)
              --concurrency N    requests at once, 1 to 256 (default 8); 1 keeps the order exactly
              --rate N           events a second at most (default: as fast as accepted)
              --wait SECONDS     for analytics and ledger to catch up (default 600; 0: do not wait)
              --token TOKEN      bearer token (default: $HEARTH_TOKEN, else the local stack's)
              --member-url URL   and --engagement-url, --incentive-url, --analytics-url: where the
                                 services are (default: $HEARTH_MEMBER_URL …, else localhost 8081 to 8084)
              --help

            exit code: 0 all accepted and caught up · 1 some events refused · 2 bad arguments
                       3 file unreadable · 4 suite unreachable or unwilling · 5 not caught up in time
            """;

    private final Deque<String> arguments;
    private final Map<String, String> environment;
    private @Nullable String file;
    private @Nullable String community;
    private @Nullable String token;
    private ZoneId zone = ZoneId.of("UTC");
    private Instant from = Instant.MIN;
    private Instant to = Instant.MAX;
    private OptionalLong shuffle = OptionalLong.empty();
    private double repeat;
    private Pace pace = Pace.USUAL;
    private Duration catchUp = Duration.ofMinutes(10);
    private SuiteAddresses addresses;

    private CommandLine(List<String> arguments, Map<String, String> environment) {
        this.arguments = new ArrayDeque<>(arguments);
        this.environment = environment;
        this.addresses = SuiteAddresses.of(environment);
    }

    static CommandLine read(List<String> arguments, Map<String, String> environment) {
        CommandLine line = new CommandLine(arguments, environment);
        line.all();
        return line;
    }

    ReplayOptions options() {
        if (file == null) {
            throw new IllegalArgumentException("which file? hearth replay FILE");
        }
        Path path = Path.of(file);
        String id = community == null ? Target.communityOf(path) : community;
        return new ReplayOptions(
                path,
                new Target(id, zone, addresses),
                new Selection(from, to),
                new Disorder(shuffle, repeat),
                pace,
                catchUp);
    }

    /** The token that was given, if one was. */
    @Nullable
    String token() {
        return token == null ? environment.get("HEARTH_TOKEN") : token;
    }

    private void all() {
        while (!arguments.isEmpty()) {
            String argument = arguments.remove();
            int equals = argument.startsWith("--") ? argument.indexOf('=') : -1;
            if (equals > 0) {
                arguments.addFirst(argument.substring(equals + 1));
                argument = argument.substring(0, equals);
            }
            if (argument.startsWith("-")) {
                option(argument);
            } else if (file == null) {
                file = argument;
            } else {
                throw new IllegalArgumentException("one file at a time, not also " + argument);
            }
        }
    }

    private void option(String name) {
        switch (name) {
            case "--community" -> community = value(name);
            case "--zone" -> zone = zone(value(name));
            case "--from" -> from = time(name, value(name));
            case "--to" -> to = time(name, value(name));
            case "--shuffle" -> shuffle = OptionalLong.of(seed());
            case "--repeat" -> repeat = share(value(name));
            case "--batch" -> pace = new Pace(number(name), pace.concurrency(), pace.rate());
            case "--concurrency" -> pace = new Pace(pace.batch(), number(name), pace.rate());
            case "--rate" -> pace = new Pace(pace.batch(), pace.concurrency(), number(name));
            case "--wait" -> catchUp = Duration.ofSeconds(number(name));
            case "--token" -> token = value(name);
            default -> address(name);
        }
    }

    private void address(String name) {
        SuiteAddresses old = addresses;
        addresses = switch (name) {
            case "--member-url" -> new SuiteAddresses(url(name), old.engagement(), old.incentive(), old.analytics());
            case "--engagement-url" -> new SuiteAddresses(old.member(), url(name), old.incentive(), old.analytics());
            case "--incentive-url" -> new SuiteAddresses(old.member(), old.engagement(), url(name), old.analytics());
            case "--analytics-url" -> new SuiteAddresses(old.member(), old.engagement(), old.incentive(), url(name));
            default -> throw new IllegalArgumentException("unknown option " + name + "; see hearth replay --help");
        };
    }

    private String value(String name) {
        String value = arguments.poll();
        if (value == null) {
            throw new IllegalArgumentException(name + " needs a value");
        }
        return value;
    }

    private URI url(String name) {
        return SuiteAddresses.base(value(name));
    }

    private int number(String name) {
        String value = value(name);
        try {
            return Integer.parseInt(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " needs a whole number, not " + value, e);
        }
    }

    private long seed() {
        String next = arguments.peek();
        return next != null && next.matches("-?\\d{1,18}") ? Long.parseLong(arguments.remove()) : 1;
    }

    private static double share(String text) {
        boolean percent = text.endsWith("%");
        try {
            double number = Double.parseDouble(percent ? text.substring(0, text.length() - 1) : text);
            return percent ? number / 100 : number;
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("--repeat needs a share such as 5% or 0.05, not " + text, e);
        }
    }

    private static ZoneId zone(String text) {
        try {
            return ZoneId.of(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException("--zone needs an IANA time zone such as Europe/Berlin, not " + text, e);
        }
    }

    private static Instant time(String name, String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(name + " needs 2004-05-01 or 2004-05-01T00:00:00Z, not " + text, e);
        }
    }
}
