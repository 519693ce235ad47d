package dev.hearth.member;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;

import dev.hearth.local.TokenRequest;
import dev.hearth.local.test.TestTokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@MemberStack
class AuthorisationTest {
    private final Api api = Api.all();
    private String community = "";

    /**
     * One operation.
     *
     * @param scope the only scope that opens it
     * @param member whether a member's own token may call it
     */
    record Operation(String method, String path, String body, String scope, boolean member) {}

    @BeforeEach
    void makeAMemberInAGroup() {
        community = api.community("OPEN");
        api.group(community, "runners");
        api.put(path("/members/ada"), "{}").then().statusCode(201);
        api.put(path("/members/eve"), "{}").then().statusCode(201);
    }

    @Test
    void opensEachOperationByItsOwnScopeOnly() {
        for (Operation operation : operations("ada")) {
            for (String scope : TokenRequest.ALL_SCOPES) {
                int status = status(operation, TestTokens.with(community, scope));
                if (scope.equals(operation.scope())) {
                    assertThat(status).as("%s with %s", operation, scope).isBetween(200, 299);
                } else {
                    assertThat(status).as("%s with %s", operation, scope).isEqualTo(403);
                }
            }
        }
    }

    @Test
    void opensNothingToAForeignCommunity() {
        for (Operation operation : operations("ada")) {
            assertThat(status(operation, TestTokens.with("elsewhere", operation.scope())))
                    .as("%s", operation)
                    .isEqualTo(403);
        }
    }

    @Test
    void opensToAMembersTokenOnlyWhatIsItsOwn() {
        for (Operation operation : operations("ada")) {
            int own = status(operation, TestTokens.member(community, "ada", operation.scope()));
            assertThat(own == 403).as("%s as ada: %s", operation, own).isEqualTo(!operation.member());
            if (operation.path().contains("/members/ada")) {
                assertThat(status(operation, TestTokens.member(community, "eve", operation.scope())))
                        .as("%s as eve", operation)
                        .isEqualTo(403);
            }
        }
    }

    @Test
    void keepsWhatOperatorsSayFromMembers() {
        Api ada = Api.with(TestTokens.member(community, "ada", "members:write members:read"));
        for (String body : List.of("{\"level\":9}", "{\"tags\":[\"vip\"]}", "{\"planted\":true}")) {
            ada.put(path("/members/ada"), body, 1)
                    .then()
                    .statusCode(403)
                    .body("type", equalTo("/problems/operators-only"));
            ada.patch(path("/members/ada"), body, 1).then().statusCode(403);
        }
        ada.patch(path("/members/ada"), "{\"displayName\":\"Ada\"}", 1).then().statusCode(200);
    }

    @Test
    void opensNothingWithoutAValidToken() {
        String expired = TestTokens.token(TokenRequest.forEverything().lifetime(Duration.ofHours(-1)));
        for (Operation operation : operations("ada")) {
            assertThat(send(operation, given().urlEncodingEnabled(false))).isEqualTo(401);
            assertThat(status(operation, expired)).isEqualTo(401);
            assertThat(status(operation, "not.a.token")).isEqualTo(401);
        }
        given().get("/communities")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .header("WWW-Authenticate", "Bearer");
    }

    private List<Operation> operations(String member) {
        String charter = "{\"name\":\"C\",\"zone\":\"Europe/Berlin\",\"joinMode\":\"OPEN\"}";
        String one = "/members/" + member;
        return List.of(
                new Operation("PUT", path(""), charter, "communities:write", false),
                new Operation("GET", path(""), "", "communities:read", true),
                new Operation("PUT", path("/groups/runners"), "{\"name\":\"G\"}", "communities:write", false),
                new Operation("GET", path("/groups/runners"), "", "communities:read", true),
                new Operation("GET", path("/groups"), "", "communities:read", true),
                new Operation("PUT", path(one), "{}", "members:write", true),
                new Operation("GET", path(one), "", "members:read", true),
                new Operation("PATCH", path(one), "{}", "members:write", true),
                new Operation("GET", path("/members"), "", "members:read", false),
                new Operation("POST", path("/members"), "{}", "members:write", false),
                new Operation(
                        "POST",
                        path("/member-imports"),
                        "{\"members\":[{\"memberId\":\"ada\"}]}",
                        "members:write",
                        false),
                new Operation("PUT", path("/groups/runners" + one), "{}", "members:write", true),
                new Operation("DELETE", path("/groups/runners" + one), "", "members:write", true),
                new Operation("PUT", path(one + "/status"), "{\"status\":\"ACTIVE\"}", "members:write", false));
    }

    private String path(String rest) {
        return "/communities/" + community + rest;
    }

    private static int status(Operation operation, String token) {
        return send(operation, Api.with(token).request());
    }

    private static int send(Operation operation, RequestSpecification request) {
        RequestSpecification ready = operation.body().isEmpty()
                ? request
                : request.contentType("application/json").body(operation.body());
        return (operation.method().equals("PATCH") ? ready.header("If-Match", "*") : ready)
                .request(operation.method(), operation.path())
                .statusCode();
    }
}
