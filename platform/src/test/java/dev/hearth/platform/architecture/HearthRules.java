package dev.hearth.platform.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The rules of style that bytecode shows. A service checks itself with
 *
 * <pre>{@code
 * @TestFactory
 * Stream<DynamicTest> keepsTheRules() {
 *     return HearthRules.ofService("dev.hearth.member");
 * }
 * }</pre>
 */
public final class HearthRules {
    private HearthRules() {}

    /** Every rule for services, on the main classes of the service whose packages begin with {@code root}. */
    public static Stream<DynamicTest> ofService(String root) {
        JavaClasses classes = mainClassesOf(root);
        return service(root).stream().map(rule -> rule.on(classes));
    }

    /**
     * Purity of a core: it knows {@code java..}, JSpecify, itself and the named libraries, nothing else.
     *
     * @param core the core's package, e.g. {@code dev.hearth.incentive.ledger}
     * @param libraries further packages it may use, e.g. {@code org.roaringbitmap..}
     */
    public static Stream<DynamicTest> ofPureCore(String core, String... libraries) {
        JavaClasses classes = mainClassesOf(core);
        return Stream.of(PackageRules.isPure(core, libraries).on(classes));
    }

    static List<Rule> service(String root) {
        return Stream.of(
                        Stream.of(
                                PackageRules.featuresHaveNoCycles(root),
                                PackageRules.servicesKnowEachOtherByContract(root),
                                PackageRules.ONLY_RELAY_AND_INGEST_SEND,
                                DomainRules.INTERFACES_HAVE_SEVERAL_IMPLEMENTATIONS),
                        NameRules.ALL.stream(),
                        RestRules.ALL.stream(),
                        DomainRules.ALL.stream(),
                        HabitRules.ALL.stream())
                .flatMap(rules -> rules)
                .toList();
    }

    /** Rules for {@code platform}: those of services, but it may have none of what every service has. */
    static List<Rule> platform() {
        return Stream.concat(
                        Stream.of(
                                PackageRules.featuresHaveNoCycles("dev.hearth.platform"),
                                PackageRules.PLATFORM_KNOWS_NO_SERVICE,
                                PackageRules.ONLY_RELAY_AND_INGEST_SEND),
                        Stream.of(NameRules.ALL, RestRules.ALL, DomainRules.ALL, HabitRules.ALL)
                                .flatMap(List::stream))
                .map(Rule::optional)
                .toList();
    }

    static List<Rule> contract() {
        return Stream.concat(Stream.of(PackageRules.CONTRACT_IS_PLAIN_JAVA), NameRules.ALL.stream())
                .toList();
    }

    /** Rules for launchers and tools: they talk to a terminal and live by the real clock. */
    static List<Rule> tools(String root) {
        return Stream.concat(
                        Stream.of(PackageRules.featuresHaveNoCycles(root), PackageRules.TOOLS_KNOW_NO_SERVICE),
                        Stream.of(NameRules.ALL, HabitRules.ALL).flatMap(List::stream))
                .map(Rule::optional)
                .filter(rule -> !rule.name().equals(HabitRules.TIME_IS_AN_INPUT.name()))
                .filter(rule -> !rule.name().equals(HabitRules.NO_STANDARD_STREAMS.name()))
                .toList();
    }

    static JavaClasses mainClassesOf(String... roots) {
        JavaClasses classes = new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages(roots);
        if (classes.isEmpty()) {
            throw new AssertionError("no classes found in " + String.join(", ", roots));
        }
        return classes;
    }
}
