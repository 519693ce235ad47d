package dev.hearth.platform.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.name;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.AccessTarget;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What code must not do. */
final class HabitRules {
    /** Where time and ids come from, other than from an injected clock or generator. */
    private static final Map<String, Set<String>> HIDDEN_INPUTS = Map.of(
            "java.time.Clock",
                    Set.of("systemUTC", "systemDefaultZone", "system", "tickMillis", "tickSeconds", "tickMinutes"),
            "java.lang.System", Set.of("currentTimeMillis"),
            "java.util.Date", Set.of("<init>"),
            "java.util.Calendar", Set.of("getInstance"),
            "java.util.GregorianCalendar", Set.of("<init>"),
            "java.util.UUID", Set.of("randomUUID"));

    private static final DescribedPredicate<JavaAccess<?>> A_HIDDEN_INPUT = DescribedPredicate.describe(
            "the time or a new id is taken from nowhere",
            access -> isClocklessNow(access)
                    || HIDDEN_INPUTS
                            .getOrDefault(access.getTargetOwner().getName(), Set.of())
                            .contains(access.getName()));

    static final Rule NOBODY_AWAITS = Rule.always(
            "nobody awaits a Uni",
            noClasses()
                    .should()
                    .accessTargetWhere(target(name("await"))
                            .and(target(owner(assignableTo("io.smallrye.mutiny.Uni")
                                    .or(assignableTo("io.smallrye.mutiny.groups.UniAwait")))))));

    /** Only a {@code …Wiring} class makes the clock and the generator that all others are given. */
    static final Rule TIME_IS_AN_INPUT = Rule.always(
            "time and ids are inputs",
            noClasses().that().haveSimpleNameNotEndingWith("Wiring").should().accessTargetWhere(A_HIDDEN_INPUT));

    static final Rule NO_STANDARD_STREAMS = Rule.always(
            "nobody uses the standard streams",
            noClasses()
                    .should()
                    .accessTargetWhere(target(owner(type(System.class)))
                            .and(target(name("out").or(name("err")).or(name("in")))))
                    .orShould()
                    .accessTargetWhere(
                            target(name("printStackTrace")).and(target(owner(assignableTo(Throwable.class))))));

    static final Rule NO_FIELD_INJECTION = Rule.always(
            "nothing is injected into fields",
            noFields()
                    .should()
                    .beAnnotatedWith("jakarta.inject.Inject")
                    .orShould()
                    .beAnnotatedWith("org.eclipse.microprofile.config.inject.ConfigProperty")
                    .orShould()
                    .beAnnotatedWith("org.eclipse.microprofile.reactive.messaging.Channel")
                    .orShould()
                    .beAnnotatedWith("org.eclipse.microprofile.rest.client.inject.RestClient")
                    .orShould()
                    .beAnnotatedWith("jakarta.persistence.PersistenceContext"));

    /** Lombok leaves its mark in bytecode only if told to; the enforcer bans the library itself. */
    static final Rule NO_BANNED_LIBRARIES = Rule.always(
            "nobody uses Lombok, MapStruct or Vavr",
            noClasses().should().dependOnClassesThat().resideInAnyPackage("lombok..", "org.mapstruct..", "io.vavr.."));

    /** CEL hands out Guava's collections and wants them back; so whoever speaks to CEL touches them, nobody else. */
    private static final DescribedPredicate<JavaClass> WITHOUT_CEL = DescribedPredicate.describe(
            "do not speak to CEL",
            type -> type.getDirectDependenciesFromSelf().stream()
                    .noneMatch(dependency ->
                            dependency.getTargetClass().getPackageName().startsWith("dev.cel")));

    static final Rule NO_GUAVA = Rule.always(
            "nobody uses Guava",
            noClasses().that(WITHOUT_CEL).should().dependOnClassesThat().resideInAnyPackage("com.google.common.."));

    static final List<Rule> ALL = List.of(
            NOBODY_AWAITS, TIME_IS_AN_INPUT, NO_STANDARD_STREAMS, NO_FIELD_INJECTION, NO_BANNED_LIBRARIES, NO_GUAVA);

    private HabitRules() {}

    private static boolean isClocklessNow(JavaAccess<?> access) {
        return access.getName().equals("now")
                && access.getTargetOwner().getPackageName().startsWith("java.time")
                && access.getTarget() instanceof AccessTarget.CodeUnitAccessTarget now
                && now.getRawParameterTypes().stream().noneMatch(parameter -> parameter.isAssignableTo(Clock.class));
    }
}
