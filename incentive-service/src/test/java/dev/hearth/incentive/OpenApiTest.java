package dev.hearth.incentive;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.incentive.draw.DrawExamples;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.member.Members;
import dev.hearth.local.TokenRequest;
import dev.hearth.local.test.TestTokens;
import dev.hearth.platform.openapi.OpenApiRunner;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@IncentiveStack
class OpenApiTest {
    @TestHTTPResource("/")
    URI service = URI.create("/");

    @Inject
    Members members;

    @Inject
    Pool database;

    @Test
    void doesWhatItsDescriptionSays() {
        try (Streams streams = new Streams()) {
            streams.community("acme");
            streams.member("acme", "ada");
            streams.member("acme", "bob");
        }
        Api.await(() -> Api.all().get("/communities/acme/currencies").statusCode() == 200);

        Api.await(() -> members.find("acme", "ada").isPresent());
        Api.await(() -> members.find("acme", "bob").isPresent());

        // What the first example of an operation needs, whose path comes before those of currencies.
        Api.all()
                .put("/communities/acme/currencies/points", "{\"name\":\"Points\"}")
                .then()
                .statusCode(201);

        DrawExamples.prepare(Api.all(), database);
        givenAnEntry();

        assertThat(OpenApiRunner.run(service, TestTokens.all(), second())).hasSizeGreaterThanOrEqualTo(14);
    }

    private static String second() {
        return TestTokens.token(TokenRequest.forSubject("second")
                .community(TokenRequest.EVERYWHERE)
                .scopes(String.join(" ", TokenRequest.ALL_SCOPES)));
    }

    /** Its id is the example of who asks why. */
    private void givenAnEntry() {
        UUID id = UUID.fromString("019a9c6e-3f00-7000-8000-000000000001");
        CurrencyId points = new CurrencyId("acme", "points");
        var _ = LedgerDatabase.await(database.withTransaction(connection -> new Ledger(Clock.systemUTC(), () -> id)
                .within(
                        connection,
                        0,
                        List.of(new Holder("acme", "ada")),
                        books -> Uni.createFrom()
                                .item(books.draft(
                                                TransactionType.GRANTED,
                                                new Cause.Requested("acme", "example"),
                                                new When(Instant.EPOCH, LocalDate.EPOCH))
                                        .credit(points, "ada", 2, Account.NEVER, Account.issuer(points, 0))
                                        .record()),
                        books -> Uni.createFrom().voidItem())));
    }
}
