package dev.hearth.analytics.points;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.helpers.test.UniAssertSubscriber;
import io.vertx.mutiny.core.Vertx;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However ill incentive-service is, it is asked within bounds, and who asks is told what it is. */
class IncentivesTest {
    private static final String TOKEN = "Bearer a.b.c";
    /** More than anything here takes. */
    private static final Duration LONG = Duration.ofSeconds(60);

    private static final Duration SHORT = Duration.ofMillis(300);
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private final Vertx vertx = Vertx.vertx();
    private final StandIn standIn = new StandIn();

    record Settings(URI url, Duration patience, int connections, int waiting) implements IncentiveConfig {}

    @AfterEach
    void end() {
        standIn.close();
        vertx.closeAndAwait();
    }

    @Test
    void answersWhatItWasAnswered() {
        Page<BalanceView> balances = wait(asking(LONG).balances(TOKEN, "acme", "ada", new Paging()));

        assertThat(balances.items())
                .containsExactly(
                        new BalanceView("ada", "gold", -3, 0, 0, 0, 3),
                        new BalanceView("ada", "points", 132, 132, 20, 15, 0));
        assertThat(standIn.heard())
                .containsExactly(new StandIn.Heard("/communities/acme/members/ada/balances?limit=50", TOKEN));
    }

    @Test
    void encodesWhatCallersChooseFreely() {
        var _ = wait(asking(LONG).entries(TOKEN, "acme", "ada", "a:b", new Paging()));
        var _ = wait(asking(LONG).budgets(TOKEN, "acme", "A&limit=9/../x", new Paging()));

        assertThat(standIn.heard())
                .extracting(StandIn.Heard::target)
                .containsExactly(
                        "/communities/acme/members/ada/entries?limit=50&currency=a%3Ab",
                        "/communities/acme/budgets?limit=50&status=A%26limit%3D9%2F..%2Fx");
    }

    @Test
    void whatIsAddedToItsAnswersIsNoFault() {
        assertThat(wait(asking(LONG).balances(TOKEN, "acme", "newer", new Paging()))
                        .items())
                .hasSize(2);
    }

    @ParameterizedTest(name = "{0}: {1} {2}")
    @CsvSource({
        "hangs-up, 503, incentives-away",
        "starting, 503, incentives-away",
        "behind-a-proxy, 504, incentives-slow",
        "broken, 502, incentives-failed",
        "huge, 502, incentives-failed",
        "web-page, 502, incentives-failed",
        "nothing, 502, incentives-failed",
        "half, 502, incentives-failed",
        "no-number, 502, incentives-failed",
        "not-here, 502, incentives-failed",
        "no-route, 502, incentives-failed",
        "elsewhere, 502, incentives-failed",
        "stranger, 502, incentives-mistrust",
        "bad-cursor, 400, invalid-parameter",
        "secret, 403, forbidden",
        "unknown, 404, not-found"
    })
    void tellsWhatIsWrong(String member, int status, String type) {
        ProblemException problem = refused(asking(LONG).balances(TOKEN, "acme", member, new Paging()));

        assertThat(problem.type().status()).isEqualTo(status);
        assertThat(problem.type().uri()).isEqualTo("/problems/" + type);
        assertThat(problem.getMessage())
                .isNotBlank()
                .hasSizeLessThan(600)
                .doesNotContain("<")
                .doesNotContain("a.b.c");
        // The redirect was not followed: a token goes where it is meant to.
        assertThat(standIn.heard()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"slow", "drip"})
    void givesUpOnWhatIsNotWholeInTime(String member) throws InterruptedException {
        Incentives incentives = new Incentives(service(standIn.url(), SHORT, 1, 1));
        for (int turn = 0; turn < 2; turn++) {
            // There is one connection: it must have been given up for the next to be had.
            assertThat(refused(incentives.balances(TOKEN, "acme", member, new Paging()))
                            .type())
                    .isEqualTo(PointsProblem.INCENTIVES_SLOW);
        }
        assertThat(standIn.heard()).hasSize(2);
        if (member.equals("drip")) {
            assertThat(standIn.hungUp.await(60, TimeUnit.SECONDS))
                    .as("it is told that nobody listens any more")
                    .isTrue();
        }
    }

    @Test
    void refusesForNowWhereAllConnectionsAreBusy() {
        Incentives incentives = new Incentives(service(standIn.url(), Duration.ofSeconds(5), 1, 0));
        UniAssertSubscriber<Page<BalanceView>> first = incentives
                .balances(TOKEN, "acme", "slow", new Paging())
                .subscribe()
                .withSubscriber(UniAssertSubscriber.create());

        assertThat(refused(incentives.balances(TOKEN, "acme", "ada", new Paging()))
                        .type())
                .isEqualTo(PointsProblem.INCENTIVES_AWAY);
        var _ = first.awaitFailure(LONG);
    }

    @Test
    void tellsThatItIsAway() throws IOException {
        URI nowhere;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            nowhere = URI.create("http://127.0.0.1:" + socket.getLocalPort());
        }
        ProblemException problem =
                refused(new Incentives(service(nowhere, LONG, 4, 4)).balances(TOKEN, "acme", "ada", new Paging()));

        assertThat(problem.type()).isEqualTo(PointsProblem.INCENTIVES_AWAY);
        assertThat(problem.retryAfter()).isPositive();
    }

    @Test
    void findsItBelowAPath() {
        var _ = refused(new Incentives(service(URI.create(standIn.url() + "/incentives/"), LONG, 4, 4))
                .budgets(TOKEN, "acme", null, new Paging()));

        assertThat(standIn.heard())
                .extracting(StandIn.Heard::target)
                .containsExactly("/incentives/communities/acme/budgets?limit=50");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"incentive-service:8083", "ftp://incentive-service", "http:///x", "http://a:b@c", "http://c?d"})
    void refusesAnAddressThatIsNone(String address) {
        assertThatThrownBy(() -> service(URI.create(address), LONG, 4, 4))
                .hasMessageContaining("hearth.incentive.url")
                .hasMessageContaining("http://incentive-service:8083");
    }

    private Incentives asking(Duration patience) {
        return new Incentives(service(standIn.url(), patience, 4, 4));
    }

    private IncentiveService service(URI url, Duration patience, int connections, int waiting) {
        return new IncentiveService(vertx, JSON, new Settings(url, patience, connections, waiting));
    }

    private static <T> T wait(Uni<T> asked) {
        return asked.await().atMost(LONG);
    }

    private static ProblemException refused(Uni<?> asked) {
        return catchThrowableOfType(ProblemException.class, () -> wait(asked));
    }
}
