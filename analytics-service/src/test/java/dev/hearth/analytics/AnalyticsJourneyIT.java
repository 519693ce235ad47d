package dev.hearth.analytics;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.hearth.local.test.TestTokens;
import io.quarkus.test.junit.QuarkusIntegrationTest;
import io.restassured.RestAssured;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The packaged service: from recorded events to figures. */
@QuarkusIntegrationTest
@AnalyticsStack
class AnalyticsJourneyIT {
    private static final LocalDate MONDAY = LocalDate.parse("2026-03-09");

    @Test
    void figuresFollowWhatMembersDo() {
        try (World world = new World(URI.create("http://localhost:" + RestAssured.port))) {
            world.community("journey");
            world.group("journey", "runners");
            for (int day = 0; day < 7; day++) {
                for (int member = 0; member <= day; member++) {
                    world.act("journey", "member-" + member, "runners", "message.posted", MONDAY.plusDays(day));
                }
            }
            world.settle("journey");
            assertThat(world.get("/communities/journey/active-members").getList("items.activeMembers"))
                    .isEqualTo(List.of(1, 2, 3, 4, 5, 6, 7));
            assertThat(world.get("/communities/journey/active-members?period=ISO_WEEK&group=runners")
                            .getList("items.period"))
                    .isEqualTo(List.of("2026-W11"));
            assertThat(world.get("/communities/journey/stickiness?from=2026-03-15")
                            .getInt("items[0].dailyActive"))
                    .isEqualTo(7);
            assertThat(world.positions().getLong("lag")).isZero();
        }
    }

    @Test
    void isReadyAndTellsItsMeters() {
        World.eventually(() -> given().get("/q/health/ready").statusCode() == 200);
        given().get("/q/health/ready").then().body("checks.name", hasItem("activity loaded"));
        assertThat(given().get("/q/metrics").asString()).contains("hearth_inbox_lag");
        given().auth()
                .oauth2(TestTokens.with("journey", "members:read"))
                .get("/consumer-positions")
                .then()
                .statusCode(403);
    }
}
