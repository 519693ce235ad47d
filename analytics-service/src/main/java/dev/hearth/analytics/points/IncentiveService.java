package dev.hearth.analytics.points;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.Startup;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.PoolOptions;
import io.vertx.core.http.RequestOptions;
import io.vertx.mutiny.core.Vertx;
import io.vertx.mutiny.core.http.HttpClient;
import io.vertx.mutiny.core.http.HttpClientRequest;
import io.vertx.mutiny.core.http.HttpClientResponse;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.time.Duration;

/**
 * The other service, by HTTP: only reads, and everything about it is bounded: connections, who waits for one, time, and
 * the answer's length. Follows no redirect, so that a token never goes elsewhere. Neither health nor readiness asks for
 * it: without it, only what it would have answered is missing.
 */
@Startup // a wrong address is told at once
@ApplicationScoped
class IncentiveService {
    private final HttpClient client;
    private final ObjectMapper json;
    private final Duration patience;
    private final RequestOptions base;
    private final String prefix;
    private final Fault fault = new Fault();

    IncentiveService(Vertx vertx, ObjectMapper json, IncentiveConfig config) {
        URI url = checked(config.url());
        this.client = vertx.httpClientBuilder()
                .with(new HttpClientOptions()
                        .setConnectTimeout(Math.toIntExact(config.patience().toMillis())))
                .with(new PoolOptions().setHttp1MaxSize(config.connections()).setMaxWaitQueueSize(config.waiting()))
                .build();
        // What it adds to its answers is no fault; what they lack is.
        this.json = json.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        this.patience = config.patience();
        this.base = new RequestOptions()
                .setMethod(HttpMethod.GET)
                .setHost(url.getHost())
                .setPort(port(url))
                .setSsl(isSecure(url))
                .setConnectTimeout(patience.toMillis())
                .putHeader(HttpHeaders.ACCEPT, "application/json, application/problem+json");
        this.prefix = url.getRawPath().replaceFirst("/+$", "");
    }

    /**
     * Asks, and reads the answer.
     *
     * @param authorization the caller's, as it came
     * @param path with its query, encoded
     */
    <T> Uni<T> get(String authorization, String path, TypeReference<T> type) {
        RequestOptions asked = new RequestOptions(base).setURI(prefix + path);
        asked.putHeader(HttpHeaders.AUTHORIZATION, authorization);
        return client.request(asked)
                .flatMap(this::answer)
                .map(answer -> answer.read(json, type))
                .invoke(fault::over)
                .onFailure()
                .transform(fault::of);
    }

    /** Whole or not at all: what is given up on is cut off. */
    private Uni<Answer> answer(HttpClientRequest request) {
        return request.send()
                .flatMap(IncentiveService::whole)
                .ifNoItem()
                .after(patience)
                .fail()
                .onFailure()
                .invoke(() -> request.reset());
    }

    private static Uni<Answer> whole(HttpClientResponse response) {
        return response.toMulti()
                .collect()
                .in(Body::new, Body::add)
                .map(body -> new Answer(response.statusCode(), body.bytes()));
    }

    @PreDestroy
    void close() {
        client.closeAndForget();
    }

    private static URI checked(URI url) {
        boolean web = "http".equalsIgnoreCase(url.getScheme()) || isSecure(url);
        if (!web || url.getHost() == null || url.getRawQuery() != null || url.getRawUserInfo() != null) {
            throw new IllegalArgumentException("hearth.incentive.url is " + url
                    + ", must be the base of incentive-service, such as" + " http://incentive-service:8083");
        }
        return url;
    }

    private static boolean isSecure(URI url) {
        return "https".equalsIgnoreCase(url.getScheme());
    }

    private static int port(URI url) {
        return url.getPort() >= 0 ? url.getPort() : isSecure(url) ? 443 : 80;
    }
}
