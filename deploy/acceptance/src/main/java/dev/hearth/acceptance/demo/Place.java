package dev.hearth.acceptance.demo;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.acceptance.client.Answer;
import dev.hearth.acceptance.client.SuiteAddresses;
import dev.hearth.acceptance.client.SuiteClient;
import java.net.URI;
import java.time.Duration;

/** One community in the running suite, and how it is spoken to. */
final class Place {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int UNKNOWN = 404;
    private static final int CONFLICT = 409;
    private static final int EXISTS_OTHERWISE = 428;

    /** How long a service may take to hear of what another one was told. */
    private static final Duration HEARSAY = Duration.ofSeconds(60);

    private final SuiteClient client;
    private final SuiteAddresses addresses;
    private final String community;

    Place(SuiteClient client, SuiteAddresses addresses, String community) {
        this.client = client;
        this.addresses = addresses;
        this.community = community;
    }

    String community() {
        return community;
    }

    SuiteClient client() {
        return client;
    }

    URI member(String path) {
        return below(addresses.member(), path);
    }

    URI engagement(String path) {
        return below(addresses.engagement(), path);
    }

    URI incentive(String path) {
        return below(addresses.incentive(), path);
    }

    URI analytics(String path) {
        return below(addresses.analytics(), path);
    }

    private URI below(URI base, String path) {
        return URI.create(base + "/communities/" + community + path);
    }

    /**
     * PUT of what shall be; what somebody has changed since stays as it is. A service that has not heard of the
     * community yet is asked again.
     */
    void put(URI address, String body) {
        long deadline = System.nanoTime() + HEARSAY.toNanos();
        Answer answer = client.put(address, tree(body));
        while (answer.status() == UNKNOWN && System.nanoTime() < deadline) {
            pause();
            answer = client.put(address, tree(body));
        }
        if (answer.status() != EXISTS_OTHERWISE) {
            var _ = answer.orFail("PUT " + address);
        }
    }

    /** POST of what takes effect once, by its key. */
    JsonNode post(URI address, String body, String key) {
        return client.post(address, tree(body), "demo-" + key)
                .orFail("POST " + address)
                .body();
    }

    /** The same where a conflict is an everyday answer: too few points, too late, all gone. */
    void offer(URI address, String body, String key) {
        Answer answer = client.post(address, tree(body), "demo-" + key);
        if (answer.status() != CONFLICT) {
            var _ = answer.orFail("POST " + address);
        }
    }

    static JsonNode tree(String body) {
        try {
            return JSON.readTree(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + body, e);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(100));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }
}
