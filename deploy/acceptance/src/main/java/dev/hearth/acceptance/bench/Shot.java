package dev.hearth.acceptance.bench;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;

/**
 * Sends one request after the other over connections that stay open, and says how many events were accepted: POST, or
 * GET where there is no body.
 */
final class Shot {
    private static final byte[] ACCEPTED = "\"accepted\":".getBytes(java.nio.charset.StandardCharsets.US_ASCII);
    private static final int WAITING = 100_000;

    private final HttpClient client;
    private final RequestOptions request;

    Shot(Vertx vertx, Load load, int connections) {
        this.client = vertx.createHttpClient(new HttpClientOptions()
                .setDefaultHost("127.0.0.1")
                .setDefaultPort(load.port())
                .setMaxPoolSize(connections)
                .setMaxWaitQueueSize(WAITING)
                .setKeepAlive(true)
                .setPipelining(false)
                .setTcpNoDelay(true)
                .setConnectTimeout(5_000));
        this.request = new RequestOptions().setMethod(HttpMethod.POST).putHeader("content-type", "application/json");
        if (!load.token().isEmpty()) {
            request.putHeader("authorization", "Bearer " + load.token());
        }
    }

    /** The number of events that were accepted, or 1 for what was made or answered; fails if it was not. */
    Future<Long> fire(Rounds.Round round) {
        RequestOptions options = new RequestOptions(request).setURI(round.path());
        if (round.body().length() == 0) {
            options.setMethod(HttpMethod.GET);
        }
        if (!round.key().isEmpty()) {
            options.putHeader("idempotency-key", round.key());
        }
        return client.request(options).compose(open -> open.send(round.body())).compose(Shot::accepted);
    }

    private static Future<Long> accepted(HttpClientResponse response) {
        return response.body().compose(answer -> {
            if (response.statusCode() == 201 || response.statusCode() == 200) {
                return Future.succeededFuture(1L);
            }
            if (response.statusCode() != 202) {
                return Future.failedFuture(response.statusCode() + " " + answer);
            }
            return Future.succeededFuture(accepted(answer));
        });
    }

    /** The number after {@code "accepted":}, found without parsing the rest. */
    static long accepted(Buffer answer) {
        int length = Math.min(answer.length(), 200);
        for (int start = 0; start + ACCEPTED.length < length; start++) {
            int matched = 0;
            while (matched < ACCEPTED.length && answer.getByte(start + matched) == ACCEPTED[matched]) {
                matched++;
            }
            if (matched == ACCEPTED.length) {
                return number(answer, start + matched);
            }
        }
        throw new IllegalStateException("no number of accepted events in " + answer);
    }

    private static long number(Buffer answer, int start) {
        long number = 0;
        for (int place = start; place < answer.length(); place++) {
            int digit = answer.getByte(place) - '0';
            if (digit < 0 || digit > 9) {
                break;
            }
            number = number * 10 + digit;
        }
        return number;
    }

    Future<Void> close() {
        return client.close();
    }
}
