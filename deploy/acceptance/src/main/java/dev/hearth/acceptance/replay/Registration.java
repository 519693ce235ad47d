package dev.hearth.acceptance.replay;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.acceptance.client.Answer;
import dev.hearth.acceptance.client.SuiteClient;
import java.net.URI;
import java.time.Duration;
import java.util.Set;
import java.util.TreeSet;

/** Registers what the events will name: community, groups, kinds and members. What exists already stays as it is. */
final class Registration {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private static final int EXISTS_OTHERWISE = 428;

    /** How long a service may take to hear of a community that was registered just now. */
    private static final Duration HEARSAY = Duration.ofSeconds(30);

    private final SuiteClient client;
    private final Target target;

    Registration(SuiteClient client, Target target) {
        this.client = client;
        this.target = target;
    }

    void community() {
        URI address = target.member("");
        if (!exists(address)) {
            ObjectNode community = JSON.objectNode()
                    .put("name", target.community())
                    .put("purpose", "What happened in " + target.community() + ", replayed")
                    .put("zone", target.zone().getId())
                    .put("joinMode", "OPEN");
            put(address, community);
        }
    }

    void group(String group) {
        URI address = groupAddress(group, "");
        if (!exists(address)) {
            put(address, JSON.objectNode().put("name", group));
        }
    }

    void member(String member, Set<String> groups) {
        URI address = target.member("/members/" + Target.segment(member));
        ObjectNode enrolment = JSON.objectNode();
        if (!groups.isEmpty()) {
            groups.forEach(enrolment.putArray("groups")::add);
        }
        Answer answer = client.put(address, enrolment);
        if (answer.status() == EXISTS_OTHERWISE) {
            // It is in other groups by now: these stay, ours are added.
            put(address, JSON.objectNode());
            groups.forEach(group -> put(groupAddress(group, "/members/" + Target.segment(member)), JSON.objectNode()));
        } else {
            var _ = answer.orFail("PUT " + address);
        }
    }

    private URI groupAddress(String group, String path) {
        return target.member("/groups/" + Target.segment(group) + path);
    }

    /** Declares the kinds that the ingest does not know, and gives them back. */
    Set<String> kinds(Set<String> used) {
        Set<String> missing = new TreeSet<>();
        for (String kind : used) {
            if (!isKnown(kind)) {
                missing.add(kind);
                put(kindAddress(kind), JSON.objectNode().put("description", "Met while replaying a file"));
            }
        }
        return missing;
    }

    private boolean isKnown(String kind) {
        URI address = kindAddress(kind);
        Answer answer = client.get(address);
        if (answer.status() != 404) {
            return answer.orFail("GET " + address).succeeded();
        }
        return false;
    }

    /** Waits until the ingest has heard of the community. */
    void heard() {
        URI address = target.engagement("/event-kinds");
        long deadline = System.nanoTime() + HEARSAY.toNanos();
        Answer answer = client.get(address);
        while (answer.status() == 404 && System.nanoTime() < deadline) {
            pause();
            answer = client.get(address);
        }
        var _ = answer.orFail("GET " + address);
    }

    private URI kindAddress(String kind) {
        return target.engagement("/event-kinds/" + Target.segment(kind));
    }

    private boolean exists(URI address) {
        Answer answer = client.get(address);
        return answer.status() != 404 && answer.orFail("GET " + address).succeeded();
    }

    private void put(URI address, ObjectNode body) {
        var _ = client.put(address, body).orFail("PUT " + address);
    }

    private static void pause() {
        try {
            Thread.sleep(Duration.ofMillis(50));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while registering", e);
        }
    }
}
