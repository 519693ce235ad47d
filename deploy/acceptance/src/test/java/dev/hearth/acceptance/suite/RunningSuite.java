package dev.hearth.acceptance.suite;

import dev.hearth.acceptance.client.Patience;
import dev.hearth.acceptance.client.SuiteAddresses;
import dev.hearth.acceptance.client.SuiteClient;
import dev.hearth.local.TokenRequest;
import dev.hearth.local.stack.Part;
import dev.hearth.local.stack.Stack;
import dev.hearth.local.stack.StackConfig;
import dev.hearth.local.stack.StackObserver;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The packaged suite on free ports, started once for all tests of this JVM and stopped at its end. */
final class RunningSuite {
    /** The services, in the order of the flow. */
    static final List<Part> SERVICES = List.of(Part.MEMBER, Part.ENGAGEMENT, Part.INCENTIVE, Part.ANALYTICS);

    private static final class Shared {
        private static final RunningSuite SUITE = start();
    }

    private final Stack stack;
    private final SuiteClient client;

    private RunningSuite(Stack stack) {
        this.stack = stack;
        String token = stack.token(TokenRequest.forEverything());
        this.client = new SuiteClient(() -> token, Patience.USUAL);
    }

    static RunningSuite shared() {
        return Shared.SUITE;
    }

    /** Logs and data stay in {@code target/suite} until the next run, for who has to find out what went wrong. */
    private static RunningSuite start() {
        Path checkout = checkout();
        Path home = checkout.resolve("deploy/acceptance/target/suite");
        delete(home);
        Stack stack = Stack.start(StackConfig.free(checkout, home), StackObserver.SILENT);
        Runtime.getRuntime().addShutdownHook(new Thread(stack::close, "stop-suite"));
        return new RunningSuite(stack);
    }

    Stack stack() {
        return stack;
    }

    /** A client that may do everything, and waits while a service is away. */
    SuiteClient client() {
        return client;
    }

    /** A client that tries once, with a token that says what is asked for. */
    SuiteClient impatient(TokenRequest request) {
        String token = stack.token(request);
        return new SuiteClient(() -> token, Patience.NONE);
    }

    SuiteAddresses addresses() {
        return new SuiteAddresses(url(Part.MEMBER), url(Part.ENGAGEMENT), url(Part.INCENTIVE), url(Part.ANALYTICS));
    }

    URI member(String path) {
        return URI.create(url(Part.MEMBER) + path);
    }

    URI engagement(String path) {
        return URI.create(url(Part.ENGAGEMENT) + path);
    }

    URI incentive(String path) {
        return URI.create(url(Part.INCENTIVE) + path);
    }

    URI analytics(String path) {
        return URI.create(url(Part.ANALYTICS) + path);
    }

    private URI url(Part service) {
        return URI.create("http://127.0.0.1:" + stack.config().port(service));
    }

    /** The folder of the project. */
    static Path checkout() {
        return Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .filter(folder -> Files.isRegularFile(folder.resolve("deploy/acceptance/pom.xml")))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("not run within a checkout"));
    }

    private static void delete(Path folder) {
        if (!Files.exists(folder)) {
            return;
        }
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
