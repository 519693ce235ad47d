package dev.hearth.platform.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.assignableTo;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.methods;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.properties.CanBeAnnotated;
import java.util.List;

/** REST adapters and consumers: thin, closed to outsiders, and without a way past the use cases. */
final class RestRules {
    private static final String PATH = "jakarta.ws.rs.Path";
    private static final String HTTP_METHOD = "jakarta.ws.rs.HttpMethod";
    private static final String INCOMING = "org.eclipse.microprofile.reactive.messaging.Incoming";
    private static final List<String> DATABASES = List.of(
            "io.vertx.mutiny.sqlclient",
            "io.vertx.sqlclient",
            "io.vertx.mutiny.pgclient",
            "org.hibernate.reactive.mutiny",
            "io.quarkus.hibernate.reactive.panache.PanacheEntityBase",
            "io.quarkus.mongodb.reactive",
            "com.mongodb",
            "java.sql",
            "javax.sql");
    /** What a use case does with a database to hold a transaction, without asking it anything. */
    private static final List<String> TRANSACTIONS = List.of("withTransaction", "withSession");

    private static final DescribedPredicate<JavaClass> STORES = DescribedPredicate.describe(
            "stores (they ask a database)",
            javaClass -> javaClass.isAssignableTo("io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase")
                    || javaClass.getAccessesFromSelf().stream().anyMatch(RestRules::asksADatabase));

    static final Rule RESOURCES_ARE_PACKAGE_PRIVATE = Rule.always(
            "@Path classes are package-private",
            classes().that().areAnnotatedWith(PATH).should().bePackagePrivate());

    static final Rule OPERATIONS_ARE_PUBLIC = Rule.always(
            "REST methods are public",
            methods().that().areMetaAnnotatedWith(HTTP_METHOD).should().bePublic());

    static final Rule OPERATIONS_STATE_THEIR_NEEDS = Rule.always(
            "REST methods carry @Needs",
            methods()
                    .that()
                    .areMetaAnnotatedWith(HTTP_METHOD)
                    .should()
                    .beAnnotatedWith("dev.hearth.platform.identity.Needs"));

    static final Rule RESOURCES_TOUCH_NO_STORE = Rule.always(
            "@Path classes touch no store",
            noClasses()
                    .that()
                    .areAnnotatedWith(PATH)
                    .should()
                    .dependOnClassesThat(STORES)
                    .orShould(Rule.condition("ask a database", STORES)));

    static final Rule CONSUMERS_RETURN_UNI = Rule.whereAny(
            "@Incoming methods return Uni",
            methods().that().areAnnotatedWith(INCOMING).should().haveRawReturnType("io.smallrye.mutiny.Uni"));

    /** A transaction belongs to the activity, whoever asks for it. */
    static final Rule TRANSACTIONS_ARE_OF_USE_CASES = Rule.whereAny(
            "transactions are of use cases: not of resources, consumers, stores or entities",
            noClasses()
                    .that()
                    .areAnnotatedWith(PATH)
                    .or()
                    .haveSimpleNameEndingWith("EventConsumer")
                    .or(DescribedPredicate.describe(
                            "have @Incoming methods",
                            javaClass -> javaClass.getMethods().stream()
                                    .anyMatch(CanBeAnnotated.Predicates.annotatedWith(INCOMING))))
                    .or()
                    .areAnnotatedWith("jakarta.persistence.Entity")
                    .or(assignableTo("io.quarkus.hibernate.reactive.panache.PanacheRepositoryBase"))
                    .should()
                    .dependOnClassesThat()
                    .haveNameMatching(".*\\.(?:WithTransaction|Transactional|ReactiveTransactional)"));

    static final List<Rule> ALL = List.of(
            RESOURCES_ARE_PACKAGE_PRIVATE,
            OPERATIONS_ARE_PUBLIC,
            OPERATIONS_STATE_THEIR_NEEDS,
            RESOURCES_TOUCH_NO_STORE,
            CONSUMERS_RETURN_UNI,
            TRANSACTIONS_ARE_OF_USE_CASES);

    private RestRules() {}

    private static boolean asksADatabase(JavaAccess<?> access) {
        String owner = access.getTargetOwner().getName();
        return DATABASES.stream().anyMatch(owner::startsWith) && !TRANSACTIONS.contains(access.getName());
    }
}
