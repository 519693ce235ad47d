package dev.hearth.platform.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import java.util.stream.Stream;

/** Who may know whom. */
final class PackageRules {
    private static final String[] SERVICES = {
        "dev.hearth.member..", "dev.hearth.engagement..", "dev.hearth.incentive..", "dev.hearth.analytics.."
    };

    static final Rule CONTRACT_IS_PLAIN_JAVA = Rule.always(
            "contracts know nothing but Java",
            classes()
                    .that()
                    .resideInAPackage("dev.hearth.contract..")
                    .should()
                    .onlyDependOnClassesThat()
                    .resideInAnyPackage("java..", "org.jspecify..", "dev.hearth.contract.."));

    static final Rule PLATFORM_KNOWS_NO_SERVICE = Rule.always(
            "the platform knows no service",
            noClasses()
                    .that()
                    .resideInAPackage("dev.hearth.platform..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(SERVICES));

    static final Rule TOOLS_KNOW_NO_SERVICE = Rule.always(
            "tools know services by their public interfaces only",
            noClasses().should().dependOnClassesThat().resideInAnyPackage(SERVICES));

    /** One door each, so that nothing is sent beside the transaction that decided it. */
    static final Rule ONLY_RELAY_AND_INGEST_SEND = Rule.always(
            "only the relay, ingest and dead letters send to Kafka",
            noClasses()
                    .that()
                    .resideOutsideOfPackages(
                            "dev.hearth.platform.outbox..",
                            "dev.hearth.platform.inbox..",
                            "dev.hearth.engagement.ingest..")
                    .should()
                    .accessTargetWhere(target(nameMatching("send.*"))
                            .and(target(owner(assignableTo("org.apache.kafka.clients.producer.Producer")
                                    .or(assignableTo("org.eclipse.microprofile.reactive.messaging.Emitter"))
                                    .or(assignableTo("io.smallrye.reactive.messaging.MutinyEmitter"))))))
                    .orShould()
                    .dependOnClassesThat()
                    .haveFullyQualifiedName("org.eclipse.microprofile.reactive.messaging.Outgoing"));

    private PackageRules() {}

    static Rule featuresHaveNoCycles(String root) {
        return Rule.always(
                "features have no cycles",
                slices().matching(root + ".(*)..").should().beFreeOfCycles());
    }

    static Rule servicesKnowEachOtherByContract(String root) {
        return Rule.always(
                "services know each other by contract only",
                noClasses()
                        .that()
                        .resideInAPackage(root + "..")
                        .should()
                        .dependOnClassesThat(resideInAPackage("dev.hearth..")
                                .and(not(resideInAnyPackage(
                                        root + "..", "dev.hearth.contract..", "dev.hearth.platform..")))));
    }

    static Rule isPure(String core, String... libraries) {
        String[] known = Stream.concat(Stream.of("java..", "org.jspecify..", core + ".."), Stream.of(libraries))
                .toArray(String[]::new);
        return Rule.always(
                core + " is pure",
                classes()
                        .that()
                        .resideInAPackage(core + "..")
                        .should()
                        .onlyDependOnClassesThat()
                        .resideInAnyPackage(known));
    }
}
