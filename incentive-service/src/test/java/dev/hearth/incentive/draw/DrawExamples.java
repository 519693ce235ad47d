package dev.hearth.incentive.draw;

import dev.hearth.incentive.Api;
import dev.hearth.incentive.LedgerDatabase;
import io.vertx.mutiny.sqlclient.Pool;

/** The draws on which the examples of the OpenAPI act, each as far as its operation finds it. */
public final class DrawExamples {
    private DrawExamples() {}

    /** In the community {@code acme}, whose member {@code ada} is known, or will be. */
    public static void prepare(Api api, Pool database) {
        open(api, "open-draw", "CLOSING", "", "");
        open(api, "doomed-draw", "CLOSING", "", "");
        open(api, "won-draw", "INSTANT", ",\"odds\":1000000", "");
        Api.await(() -> api.post("/communities/acme/draws/won-draw/entries", "{\"memberId\":\"ada\"}")
                        .statusCode()
                == 201);
        open(api, "waiting-draw", "CLOSING", "", ",\"beacon\":{\"source\":\"drand\",\"round\":\"the next\"}");
        var _ = LedgerDatabase.await(database.withTransaction(connection -> connection
                .query("alter table draw disable trigger user")
                .execute()
                .chain(() -> connection
                        .query("update draw set opens_at = '2026-01-01', closes_at = now(), draws_at = now()"
                                + " where draw = 'waiting-draw'")
                        .execute())
                .chain(() ->
                        connection.query("alter table draw enable trigger user").execute())));
        Api.await(() -> api.get("/communities/acme/draws/waiting-draw")
                .jsonPath()
                .getString("status")
                .equals("CLOSED"));
    }

    private static void open(Api api, String draw, String mode, String odds, String beacon) {
        String path = "/communities/acme/draws/" + draw;
        api.put(path, """
            {"title":"%s","organiser":"Tea House Ltd","rules":"One entry a member.","mode":"%s",
             "prizes":[{"prize":"tea-set","title":"A tea set","quantity":2%s}],"opensAt":"2026-01-01T00:00:00Z",
             "closesAt":"2036-01-01T00:00:00Z","drawsAt":"2036-01-02T00:00:00Z","entriesPerMember":9,"winsPerMember":9%s}
            """.formatted(draw, mode, odds, beacon)).then().statusCode(201);
        api.post(path + "/openings", "{\"version\":1}").then().statusCode(200);
    }
}
