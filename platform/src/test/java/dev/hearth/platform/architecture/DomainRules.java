package dev.hearth.platform.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaModifier;
import java.util.List;

/** Entities, records, problems and interfaces. */
final class DomainRules {
    private static final String ENTITY = "jakarta.persistence.Entity";
    private static final String PROBLEM_TYPE = "dev.hearth.platform.problem.ProblemType";

    /** The platform's inbox and outbox are the adapters to Kafka; their records carry its. */
    static final Rule ENTITIES_AND_RECORDS_ARE_FREE = Rule.always(
            "entities and records are free of REST and Kafka",
            noClasses()
                    .that()
                    .areAnnotatedWith(ENTITY)
                    .or()
                    .areRecords()
                    .and()
                    .resideOutsideOfPackages("dev.hearth.platform.inbox", "dev.hearth.platform.outbox")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(
                            "jakarta.ws.rs..",
                            "org.jboss.resteasy..",
                            "org.apache.kafka..",
                            "org.eclipse.microprofile.reactive.messaging..",
                            "io.smallrye.reactive.messaging.."));

    static final Rule ENTITIES_HAVE_NO_SETTERS = Rule.whereAny(
            "entities have no setters",
            noMethods()
                    .that()
                    .areDeclaredInClassesThat()
                    .areAnnotatedWith(ENTITY)
                    .should()
                    .haveNameMatching("set[A-Z].*"));

    /** One enum per feature: its error catalogue. */
    static final Rule PROBLEMS_ARE_A_CATALOGUE = Rule.whereAny(
            "a feature's problems are one enum called …Problem",
            classes()
                    .that()
                    .implement(PROBLEM_TYPE)
                    .should()
                    .beEnums()
                    .andShould()
                    .haveSimpleNameEndingWith("Problem")
                    .andShould(Rule.condition("be the only catalogue of its package", DomainRules::isOnlyCatalogue)));

    /** A refusal is a {@code ProblemException}; nothing else decides about statuses. */
    static final Rule REFUSALS_ARE_PROBLEMS = Rule.always(
            "refusals are problems, not exceptions of JAX-RS",
            noClasses()
                    .should()
                    .beAssignableTo("jakarta.ws.rs.WebApplicationException")
                    .orShould(Rule.condition("throw an exception of JAX-RS", DomainRules::makesJaxRsExceptions)));

    /** Not for the platform: services implement what it declares. */
    static final Rule INTERFACES_HAVE_SEVERAL_IMPLEMENTATIONS = Rule.whereAny(
            "no interface has one implementation",
            classes()
                    .that()
                    .areInterfaces()
                    .and()
                    .areNotAnnotations()
                    .and()
                    .areNotAnnotatedWith("io.smallrye.config.ConfigMapping")
                    .and()
                    .areNotAnnotatedWith(FunctionalInterface.class)
                    .and(DescribedPredicate.describe("are not the parts of a configuration", DomainRules::isOnItsOwn))
                    .should(Rule.condition("not have a single implementation", DomainRules::hasNotOneImplementation)));

    static final List<Rule> ALL = List.of(
            ENTITIES_AND_RECORDS_ARE_FREE, ENTITIES_HAVE_NO_SETTERS, PROBLEMS_ARE_A_CATALOGUE, REFUSALS_ARE_PROBLEMS);

    private DomainRules() {}

    private static boolean isOnlyCatalogue(JavaClass catalogue) {
        return catalogue.getPackage().getClasses().stream()
                .noneMatch(other -> !other.equals(catalogue)
                        && other.isAssignableTo(PROBLEM_TYPE)
                        && other.isEnum()
                        && other.getEnclosingClass().isEmpty());
    }

    private static boolean makesJaxRsExceptions(JavaClass javaClass) {
        return javaClass.getConstructorCallsFromSelf().stream()
                .anyMatch(call -> call.getTargetOwner().isAssignableTo("jakarta.ws.rs.WebApplicationException"));
    }

    private static boolean isOnItsOwn(JavaClass javaClass) {
        return javaClass
                .getEnclosingClass()
                .map(outer -> !outer.isAnnotatedWith("io.smallrye.config.ConfigMapping"))
                .orElse(true);
    }

    private static boolean hasNotOneImplementation(JavaClass contract) {
        return contract.getAllSubclasses().stream()
                        .filter(subclass -> !subclass.isInterface())
                        .filter(subclass -> !subclass.getModifiers().contains(JavaModifier.ABSTRACT))
                        .count()
                != 1;
    }
}
