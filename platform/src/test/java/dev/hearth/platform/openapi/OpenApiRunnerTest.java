package dev.hearth.platform.openapi;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The runner itself, against a till that does as its document says, and then does not. */
class OpenApiRunnerTest {
    private static final String PROBLEM =
            "{\"description\":\"refused\",\"content\":{\"application/problem+json\":{\"schema\":{\"type\":\"object\","
                    + "\"properties\":{\"type\":{\"type\":\"string\"}},\"required\":[\"type\"]}}}}";
    private static final String REFUSALS = "\"400\":P,\"401\":P,\"403\":P".replace("P", PROBLEM);
    private static final String TILL = "{\"description\":\"the till\",\"content\":{\"application/json\":{\"schema\":"
            + "{\"$ref\":\"#/components/schemas/Till\"}}}}";
    private static final String DOCUMENT = """
            {"openapi":"3.1.0","paths":{"/tills/{till}":{
              "parameters":[{"name":"till","in":"path","required":true,"example":"t 1"}],
              "get":{"operationId":"get","summary":"Reads a till","security":[{"bearer":["tills:read"]}],
                "parameters":[{"name":"day","in":"query","schema":{"type":"string","examples":["2026-01-02"]}}],
                "responses":{"200":TILL,REFUSALS}},
              "put":{"operationId":"put","summary":"Opens a till","security":[{"bearer":["tills:write"]}],
                "parameters":[{"name":"If-Match","in":"header"}],
                "requestBody":{"content":{"application/json":{"examples":{
                  "opening":{"value":{"coins":7}},"recount":{"value":{"coins":8}}}}}},
                "responses":{"200":TILL,"201":TILL,REFUSALS}}}},
             "components":{"schemas":{"Till":{"type":"object","required":["coins"],
               "properties":{"coins":{"type":"integer"}}}}}}
            """.replace("TILL", TILL).replace("REFUSALS", REFUSALS);

    private static final String HOLD =
            "{\"description\":\"the hold\",\"content\":{\"application/json\":{\"schema\":{\"type\":\"object\"}}}}";
    private static final String HOLDS = """
            {"openapi":"3.1.0","paths":{
              "/holds":{"post":{"operationId":"hold","summary":"Holds","security":[{"bearer":["w"]}],
                "parameters":[{"name":"Idempotency-Key","in":"header","example":"k"}],BODY,
                "responses":{"201":HOLD,REFUSALS}}},
              "/holds/{hold}":{"parameters":[{"name":"hold","in":"path","required":true,"example":"some"}],
                "get":{"operationId":"get","summary":"Reads","security":[{"bearer":["r"]}],
                "parameters":[{"name":"full","in":"query","example":"true"}],"responses":{"200":HOLD,REFUSALS}}},
              "/holds/{hold}/captures":{"parameters":[{"name":"hold","in":"path","required":true,"example":"some"}],
                "post":{"operationId":"capture","summary":"Takes","security":[{"bearer":["w"]}],BODY,
                "responses":{"201":HOLD,REFUSALS}}},
              "/holds/{hold}/releases":{"parameters":[{"name":"hold","in":"path","required":true,"example":"some"}],
                "post":{"operationId":"release","summary":"Gives back","security":[{"bearer":["w"]}],BODY,
                "responses":{"201":HOLD,REFUSALS}}}}}
            """.replace("HOLD,", HOLD + ",")
            .replace("REFUSALS", REFUSALS)
            .replace("BODY", "\"requestBody\":{\"content\":{\"application/json\":{\"example\":{}}}}");

    private final Set<String> holdKeys = ConcurrentHashMap.newKeySet();
    private final Set<String> ended = ConcurrentHashMap.newKeySet();
    private HttpServer server;
    private String document = DOCUMENT;
    private String till = "{\"coins\":7}";
    private @Nullable String location = "/tills/t%201";
    private String mediaType = "application/json;charset=UTF-8";
    private boolean guarded = true;
    private final AtomicBoolean open = new AtomicBoolean();

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/q/openapi", exchange -> answer(exchange, 200, "application/json", document));
        server.createContext("/tills/", this::serve);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop(0);
    }

    @Test
    void executesEveryExampleOfAServiceThatKeepsItsWord() {
        assertThat(run())
                .containsExactly(
                        "201 PUT /tills/t%201 {\"coins\":7}",
                        "200 PUT /tills/t%201 {\"coins\":8}", "200 GET /tills/t%201?day=2026-01-02");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '\0', textBlock = """
            "summary":"Reads a till",                   | "summary":" ",         | GET /tills/{till} has no summary
            "operationId":"get"                         | "operationId":"put"    | GET /tills/{till} has no operationId of its own
            "security":[{"bearer":["tills:read"]}],     | "security":[{"bearer":[]}], | GET /tills/{till} does not say which scope it needs
            "403":                                      | "404":                 | GET /tills/{till} does not describe its problem 403
            "description":"the till"                    | "description":""       | GET /tills/{till} does not describe its answer 200
            ,"example":"t 1"                            | ,"a":1                 | GET /tills/{till} has no example of till
            "name":"till"                               | "name":"tull"          | GET /tills/{till} does not describe {till}
            "examples":{                                | "samples":{            | PUT /tills/{till} has no example of its body as application/json
            "coins":{"type":"integer"}                  | "coins":{"type":"string"} | is not as described
            "required":["coins"],                       | "required":["notes"],  | is not as described
            "properties":{"coins":{"type":"integer"}}   | "properties":{"notes":{"type":"integer"}} | is not as described
            "201":                                      | "204":                 | gave an undescribed answer: 201
            {"openapi":"3.1.0","paths":{                | {"openapi":"3.1.0","x":{ | the document has no operations
            """)
    void findsWhatTheDocumentLeavesOutOrTellsWrongly(String right, String wrong, String fault) {
        assertThat(document).contains(right);
        document = document.replace(right, wrong);

        assertThatThrownBy(this::run).isInstanceOf(AssertionError.class).hasMessageContaining(fault);
    }

    @Test
    void findsAnAnswerWithoutWhatIsRequired() {
        till = "{}";

        assertThatThrownBy(this::run)
                .hasMessageContaining("is not as described")
                .hasMessageContaining("coins");
    }

    @Test
    void findsAPropertyThatIsNotDescribed() {
        till = "{\"coins\":7,\"notes\":1}";

        assertThatThrownBy(this::run)
                .hasMessageContaining("is not as described")
                .hasMessageContaining("notes");
    }

    @Test
    void findsAnAnswerThatIsNotJson() {
        till = "seven";

        assertThatThrownBy(this::run).hasMessageContaining("is not JSON: seven");
    }

    @Test
    void findsAMediaTypeThatIsNotDescribed() {
        mediaType = "text/plain";

        assertThatThrownBy(this::run).hasMessageContaining("undescribed media type: 201 text/plain");
    }

    @Test
    void findsACreationWithoutALocation() {
        location = null;

        assertThatThrownBy(this::run).hasMessageContaining("no Location");
    }

    @Test
    void findsAnOperationThatNeedsNoToken() {
        guarded = false;

        assertThatThrownBy(this::run).hasMessageContaining("without a token: 201 instead of 401");
    }

    @Test
    void findsARefusal() {
        document = document.replace("\"name\":\"If-Match\"", "\"name\":\"If-Other\"");

        assertThatThrownBy(this::run).hasMessageContaining("was refused: 428");
    }

    @Test
    void givesEachActionAResourceOfItsOwnWhoseIdTheServiceChose() {
        document = HOLDS;
        server.createContext("/holds", this::hold);

        assertThat(run())
                .containsExactly(
                        "201 POST /holds {}",
                        "201 POST /holds {}",
                        "201 POST /holds/h2/captures {}",
                        "201 POST /holds {}",
                        "201 POST /holds/h3/releases {}",
                        "200 GET /holds/h3?full=true");
    }

    /** Takes one end of each hold, and each key once. */
    private void hold(HttpExchange exchange) throws IOException {
        String path = exchange.getRequestURI().getPath();
        if (!"Bearer a-token".equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "application/problem+json", "{\"type\":\"/problems/unauthenticated\"}");
        } else if (path.equals("/holds")
                && holdKeys.add(exchange.getRequestHeaders().getFirst("Idempotency-Key"))) {
            location = "http://localhost/holds/h" + holdKeys.size();
            answer(exchange, 201, mediaType, "{}");
        } else if (path.matches("/holds/h\\d+")
                || (path.matches("/holds/h\\d+/.*") && ended.add(path.split("/", -1)[2]))) {
            location = "http://localhost" + path + "/1";
            answer(exchange, path.split("/", -1).length == 3 ? 200 : 201, mediaType, "{}");
        } else {
            answer(exchange, 409, "application/problem+json", "{\"type\":\"/problems/conflict\"}");
        }
    }

    private List<String> run() {
        return OpenApiRunner.run(
                URI.create("http://127.0.0.1:" + server.getAddress().getPort()), "a-token");
    }

    private void serve(HttpExchange exchange) throws IOException {
        boolean admitted = "Bearer a-token".equals(exchange.getRequestHeaders().getFirst("Authorization"));
        boolean put = exchange.getRequestMethod().equals("PUT");
        if (guarded && !admitted) {
            answer(exchange, 401, "application/problem+json", "{\"type\":\"/problems/unauthenticated\"}");
        } else if (put && !open.getAndSet(true)) {
            answer(exchange, 201, mediaType, till);
        } else if (put && !"\"1\"".equals(exchange.getRequestHeaders().getFirst("If-Match"))) {
            answer(exchange, 428, "application/problem+json", "{\"type\":\"/problems/precondition-required\"}");
        } else {
            answer(exchange, open.get() ? 200 : 404, mediaType, till);
        }
    }

    private void answer(HttpExchange exchange, int status, String type, String body) throws IOException {
        try (exchange) {
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().add("Content-Type", type);
            if (status == 200) {
                exchange.getResponseHeaders().add("ETag", "\"1\"");
            }
            if (status == 201 && location != null) {
                exchange.getResponseHeaders().add("Location", location);
            }
            exchange.sendResponseHeaders(status, bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }
}
