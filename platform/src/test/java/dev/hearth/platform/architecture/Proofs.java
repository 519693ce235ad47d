package dev.hearth.platform.architecture;

import java.util.List;
import java.util.stream.Stream;

/** Bad and good twins of every rule; most differ in a few words only. */
final class Proofs {
    private static final String SHOP = "dev.hearth.shop";

    static final List<Proof> ALL = Stream.of(packages(), names(), rest(), domain(), habits())
            .flatMap(List::stream)
            .toList();

    private Proofs() {}

    private static List<Proof> packages() {
        return List.of(
                Proof.of(PackageRules.featuresHaveNoCycles(SHOP), """
                        package dev.hearth.shop.till;
                        public class Till { dev.hearth.shop.shelf.Shelf shelf; }
                        ----
                        package dev.hearth.shop.shelf;
                        public class Shelf { dev.hearth.shop.till.Till till; }
                        """, "dev.hearth.shop.till.Till till;", ""),
                Proof.of(
                        PackageRules.servicesKnowEachOtherByContract(SHOP),
                        """
                        package dev.hearth.bank;
                        public class Account {}
                        ----
                        package dev.hearth.contract.bank;
                        public record Paid(String account) {}
                        ----
                        package dev.hearth.shop;
                        class Till { dev.hearth.bank.Account fact; }
                        """,
                        "dev.hearth.bank.Account fact",
                        "dev.hearth.contract.bank.Paid fact"),
                Proof.of(
                        PackageRules.CONTRACT_IS_PLAIN_JAVA,
                        """
                        package dev.hearth.contract.shop;
                        @io.quarkus.runtime.annotations.RegisterForReflection
                        public record Sold(String article, java.time.Instant at) {}
                        """,
                        "@io.quarkus.runtime.annotations.RegisterForReflection",
                        ""),
                Proof.of(
                        PackageRules.PLATFORM_KNOWS_NO_SERVICE,
                        """
                        package dev.hearth.member.profile;
                        public class Member {}
                        ----
                        package dev.hearth.platform.event;
                        class Envelope { dev.hearth.member.profile.Member subject; }
                        """,
                        "dev.hearth.member.profile.Member subject",
                        "String subject"),
                Proof.of(
                        PackageRules.TOOLS_KNOW_NO_SERVICE,
                        """
                        package dev.hearth.analytics.activity;
                        public class Calendar {}
                        ----
                        package dev.hearth.shop;
                        class Launcher { Class<?> started() { return dev.hearth.analytics.activity.Calendar.class; } }
                        """,
                        "dev.hearth.analytics.activity.Calendar.class",
                        "Process.class"),
                Proof.of(
                        PackageRules.ONLY_RELAY_AND_INGEST_SEND,
                        """
                        package dev.hearth.shop.till;
                        import org.apache.kafka.clients.producer.KafkaProducer;
                        import org.apache.kafka.clients.producer.ProducerRecord;
                        class Till {
                            void sell(KafkaProducer<String, String> kafka) {
                                kafka.send(new ProducerRecord<>("sold", "apple"));
                            }
                        }
                        ----
                        package dev.hearth.shop.shelf;
                        class Shelf {}
                        """,
                        "dev.hearth.shop.till",
                        "dev.hearth.platform.outbox"),
                Proof.of(
                        PackageRules.isPure("dev.hearth.shop.price", "org.roaringbitmap.."),
                        """
                        package dev.hearth.shop.till;
                        public class Till {}
                        ----
                        package dev.hearth.shop.price;
                        class Price { dev.hearth.shop.till.Till asked; }
                        """,
                        "dev.hearth.shop.till.Till asked",
                        "java.util.List<Long> asked"),
                Proof.of(
                        PackageRules.isPure("dev.hearth.shop.price"),
                        """
                        package dev.hearth.shop.price;
                        @jakarta.enterprise.context.ApplicationScoped
                        class Prices {}
                        """,
                        "@jakarta.enterprise.context.ApplicationScoped",
                        "@org.jspecify.annotations.NullUnmarked"));
    }

    private static List<Proof> names() {
        return List.of(
                Proof.of(
                        NameRules.NAMES_SAY_SOMETHING,
                        "package dev.hearth.shop; class SaleHelper {}",
                        "SaleHelper",
                        "Utilisation"),
                Proof.of(
                        NameRules.NAMES_SAY_SOMETHING,
                        "package dev.hearth.shop; record SaleDto() {}",
                        "SaleDto",
                        "Sale"),
                Proof.of(
                        NameRules.NAMES_SAY_SOMETHING,
                        "package dev.hearth.shop; class TillManagerImpl {}",
                        "TillManagerImpl",
                        "Implicit"),
                Proof.of(
                        NameRules.NAMES_SAY_SOMETHING,
                        "package dev.hearth.shop; class StringUtils {}",
                        "StringUtils",
                        "Words"),
                Proof.of(
                        NameRules.PACKAGES_ARE_FEATURES,
                        "package dev.hearth.shop.util; class Till {}",
                        "dev.hearth.shop.util",
                        "dev.hearth.shop.utility"),
                Proof.of(
                        NameRules.PACKAGES_ARE_FEATURES,
                        "package dev.hearth.shop.service.till; class Till {}",
                        "service.",
                        ""),
                Proof.of(
                        NameRules.RESOURCES_ARE_NAMED,
                        "package dev.hearth.shop; @jakarta.ws.rs.Path(\"/tills\") class TillController {}",
                        "TillController",
                        "TillResource"),
                Proof.of(NameRules.CONFIGURATION_IS_NAMED, """
                        package dev.hearth.shop;
                        @io.smallrye.config.ConfigMapping(prefix = "shop") interface ShopConfig {}
                        """, "\"shop\"", "\"hearth.shop\""),
                Proof.of(NameRules.CONFIGURATION_IS_NAMED, """
                        package dev.hearth.shop;
                        @io.smallrye.config.ConfigMapping(prefix = "hearth.shop") interface ShopSettings {}
                        """, "ShopSettings", "ShopConfig"),
                Proof.of(
                        NameRules.PACKAGES_ARE_NULL_MARKED,
                        """
                        /** A shop. */
                        package dev.hearth.shop;
                        ----
                        package dev.hearth.shop;
                        class Till {}
                        """,
                        "/** A shop. */",
                        "@org.jspecify.annotations.NullMarked"));
    }

    private static List<Proof> rest() {
        String resource = """
                package dev.hearth.shop;
                import dev.hearth.platform.identity.Needs;
                import dev.hearth.platform.identity.Scope;
                import jakarta.ws.rs.GET;
                import jakarta.ws.rs.Path;
                @Path("/tills")
                class TillResource {
                    @GET @Needs(Scope.MEMBERS_READ) public String till() { return ""; }
                }
                """;
        String asking = """
                package dev.hearth.shop;
                import io.smallrye.mutiny.Uni;
                class Tills {
                    io.vertx.mutiny.sqlclient.Pool pool;
                    Uni<?> all() { return pool.query("select * from till").execute(); }
                }
                ----
                package dev.hearth.shop;
                import io.smallrye.mutiny.Uni;
                class Sale {
                    Tills tills;
                    io.vertx.mutiny.sqlclient.Pool pool;
                    Uni<?> all() { return pool.withTransaction(connection -> tills.all()); }
                }
                ----
                package dev.hearth.shop;
                @jakarta.ws.rs.Path("/tills")
                class TillResource { Tills tills; Object all() { return tills.all(); } }
                """;
        String repository = """
                package dev.hearth.shop;
                class Tills implements io.quarkus.hibernate.reactive.panache.PanacheRepository<String> {}
                ----
                package dev.hearth.shop;
                class Sale { Tills tills; Object all() { return null; } }
                ----
                package dev.hearth.shop;
                @jakarta.ws.rs.Path("/tills")
                class TillResource { Tills tills; Object all() { return null; } }
                """;
        return List.of(
                Proof.of(
                        RestRules.RESOURCES_ARE_PACKAGE_PRIVATE,
                        resource.replace("class Till", "public class Till"),
                        "public class Till",
                        "class Till"),
                Proof.of(
                        RestRules.OPERATIONS_ARE_PUBLIC,
                        resource.replace("public", ""),
                        " String till",
                        "public String till"),
                Proof.of(
                        RestRules.OPERATIONS_STATE_THEIR_NEEDS,
                        resource.replace("@Needs(Scope.MEMBERS_READ)", ""),
                        "@GET",
                        "@GET @Needs(Scope.MEMBERS_READ)"),
                Proof.of(RestRules.RESOURCES_TOUCH_NO_STORE, asking, "TillResource { Tills", "TillResource { Sale"),
                Proof.of(RestRules.RESOURCES_TOUCH_NO_STORE, repository, "TillResource { Tills", "TillResource { Sale"),
                Proof.of(RestRules.RESOURCES_TOUCH_NO_STORE, """
                        package dev.hearth.shop;
                        @jakarta.ws.rs.Path("/tills")
                        class TillResource {
                            io.vertx.mutiny.sqlclient.Pool pool;
                            Object all() { return pool.query("select * from till"); }
                        }
                        """, "pool.query(\"select * from till\")", "null"),
                Proof.of(RestRules.CONSUMERS_RETURN_UNI, """
                        package dev.hearth.shop;
                        class SaleEventConsumer {
                            @org.eclipse.microprofile.reactive.messaging.Incoming("sold")
                            void sold(String sale) { throw new IllegalStateException(); }
                        }
                        """, "void sold", "io.smallrye.mutiny.Uni<Void> sold"),
                Proof.of(
                        RestRules.TRANSACTIONS_ARE_OF_USE_CASES,
                        """
                        package dev.hearth.shop;
                        class SaleEventConsumer {
                            @io.quarkus.hibernate.reactive.panache.common.WithTransaction
                            io.smallrye.mutiny.Uni<Void> sold() { return null; }
                        }
                        ----
                        package dev.hearth.shop;
                        class Sale {
                            @io.quarkus.hibernate.reactive.panache.common.WithTransaction
                            io.smallrye.mutiny.Uni<Void> sell() { return null; }
                        }
                        """,
                        "Consumer {\n    @io.quarkus.hibernate.reactive.panache.common.WithTransaction",
                        "Consumer {"),
                Proof.of(
                        RestRules.TRANSACTIONS_ARE_OF_USE_CASES,
                        resource.replace("@GET", "@GET @io.quarkus.hibernate.reactive.panache.common.WithTransaction"),
                        "@io.quarkus.hibernate.reactive.panache.common.WithTransaction",
                        ""),
                Proof.of(RestRules.TRANSACTIONS_ARE_OF_USE_CASES, """
                        package dev.hearth.shop;
                        class Counter {
                            @org.eclipse.microprofile.reactive.messaging.Incoming("sold")
                            @jakarta.transaction.Transactional
                            io.smallrye.mutiny.Uni<Void> sold(String sale) { return null; }
                        }
                        """, "@jakarta.transaction.Transactional", ""));
    }

    private static List<Proof> domain() {
        String till = """
                package dev.hearth.shop;
                @jakarta.persistence.Entity
                class Till {
                    @jakarta.persistence.Id String id;
                    void setId(String id) { this.id = id; }
                }
                """;
        String catalogue = """
                package dev.hearth.shop;
                enum TillProblem implements dev.hearth.platform.problem.ProblemType {
                    EMPTY;
                    public int status() { return 409; }
                    public String title() { return "The till is empty"; }
                }
                """;
        return List.of(
                Proof.of(
                        DomainRules.ENTITIES_AND_RECORDS_ARE_FREE,
                        "package dev.hearth.shop; record Sale(@jakarta.ws.rs.QueryParam(\"a\") String article) {}",
                        "@jakarta.ws.rs.QueryParam(\"a\")",
                        ""),
                Proof.of(
                        DomainRules.ENTITIES_AND_RECORDS_ARE_FREE,
                        till.replace("void setId", "org.apache.kafka.common.header.Headers headers; void setId"),
                        "org.apache.kafka.common.header.Headers headers;",
                        ""),
                Proof.of(DomainRules.ENTITIES_HAVE_NO_SETTERS, till, "setId", "settle"),
                Proof.of(
                        DomainRules.PROBLEMS_ARE_A_CATALOGUE,
                        catalogue + "----\n" + catalogue.replace("TillProblem", "SaleProblem"),
                        "package dev.hearth.shop;\nenum Sale",
                        "package dev.hearth.shop.sale;\nenum Sale"),
                Proof.of(
                        DomainRules.PROBLEMS_ARE_A_CATALOGUE,
                        catalogue.replace("TillProblem", "TillError"),
                        "TillError",
                        "TillProblem"),
                Proof.of(
                        DomainRules.REFUSALS_ARE_PROBLEMS,
                        """
                        package dev.hearth.shop;
                        class Till { void sell() { throw new jakarta.ws.rs.NotFoundException("no such till"); } }
                        """,
                        "jakarta.ws.rs.NotFoundException",
                        "IllegalStateException"),
                Proof.of(
                        DomainRules.REFUSALS_ARE_PROBLEMS,
                        """
                        package dev.hearth.shop;
                        class Refused extends jakarta.ws.rs.ClientErrorException { Refused() { super(409); } }
                        """,
                        "jakarta.ws.rs.ClientErrorException { Refused() { super(409); } }",
                        "RuntimeException {}"),
                Proof.of(
                        DomainRules.INTERFACES_HAVE_SEVERAL_IMPLEMENTATIONS,
                        """
                        package dev.hearth.shop;
                        interface Payment {}
                        ----
                        package dev.hearth.shop;
                        record Cash() implements Payment {}
                        ----
                        package dev.hearth.shop;
                        record Card() {}
                        """,
                        "Card() {",
                        "Card() implements Payment {"));
    }

    private static List<Proof> habits() {
        return List.of(
                Proof.of(HabitRules.NOBODY_AWAITS, """
                        package dev.hearth.shop;
                        import io.smallrye.mutiny.Uni;
                        class Till { Object sell(Uni<String> sale) { return sale.await().indefinitely(); } }
                        """, "sale.await().indefinitely()", "sale.map(String::length)"),
                Proof.of(HabitRules.TIME_IS_AN_INPUT, time("Instant.now()"), "Instant.now()", "Instant.now(clock)"),
                Proof.of(
                        HabitRules.TIME_IS_AN_INPUT,
                        time("java.util.Optional.empty().orElseGet(Instant::now)"),
                        "java.util.Optional.empty().orElseGet(Instant::now)",
                        "clock.instant()"),
                Proof.of(
                        HabitRules.TIME_IS_AN_INPUT,
                        time("LocalDate.now(ZoneOffset.UTC)"),
                        "LocalDate.now(ZoneOffset.UTC)",
                        "LocalDate.now(clock)"),
                Proof.of(
                        HabitRules.TIME_IS_AN_INPUT,
                        time("System.currentTimeMillis()"),
                        "System.currentTimeMillis()",
                        "clock.millis()"),
                Proof.of(
                        HabitRules.TIME_IS_AN_INPUT,
                        time("new java.util.Date()"),
                        "new java.util.Date()",
                        "System.nanoTime()"),
                Proof.of(
                        HabitRules.TIME_IS_AN_INPUT,
                        time("java.util.UUID.randomUUID()"),
                        "randomUUID()",
                        "fromString(\"a\")"),
                Proof.of(HabitRules.TIME_IS_AN_INPUT, time("Clock.systemUTC()"), "class Till", "class TillWiring"),
                Proof.of(HabitRules.NO_STANDARD_STREAMS, """
                        package dev.hearth.shop;
                        class Till { void sell() { System.out.println("sold"); } }
                        """, "System.out.println(\"sold\")", "System.lineSeparator()"),
                Proof.of(HabitRules.NO_STANDARD_STREAMS, """
                        package dev.hearth.shop;
                        class Till { void sell(Exception fault) { fault.printStackTrace(); } }
                        """, "fault.printStackTrace()", "fault.getMessage()"),
                Proof.of(
                        HabitRules.NO_FIELD_INJECTION,
                        """
                        package dev.hearth.shop;
                        import jakarta.inject.Inject;
                        class Till { @Inject String name; Till() {} }
                        """,
                        "@Inject String name; Till()",
                        "String name; @Inject Till()"),
                Proof.of(HabitRules.NO_BANNED_LIBRARIES, """
                        package dev.hearth.shop;
                        class Till { io.vavr.control.Option<String> article; }
                        """, "io.vavr.control.Option", "java.util.Optional"),
                Proof.of(
                        HabitRules.NO_GUAVA,
                        """
                        package dev.hearth.shop;
                        class Till { com.google.common.collect.ImmutableList<String> articles; }
                        ----
                        package dev.hearth.shop;
                        class Discount { dev.cel.runtime.Program rule; com.google.common.collect.ImmutableList<String> names; }
                        """,
                        "class Till { com.google.common.collect.ImmutableList",
                        "class Till { java.util.List"));
    }

    private static String time(String expression) {
        return """
                package dev.hearth.shop;
                import java.time.Clock;
                import java.time.Instant;
                import java.time.LocalDate;
                import java.time.ZoneOffset;
                class Till { Object at(Clock clock) { return %s; } }
                ----
                package dev.hearth.shop;
                class Shelf {}
                """.formatted(expression);
    }
}
