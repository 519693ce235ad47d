package dev.hearth.acceptance.demo;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.hearth.acceptance.client.Answer;
import dev.hearth.acceptance.simulation.Person;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Takes members over by imports, a bounded number at once. */
final class Enrolling {
    private static final int AN_IMPORT = 500;
    private static final int AT_ONCE = 3;
    private static final int EXISTS_OTHERWISE = 428;

    private final LongAdder enrolled;
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** @param enrolled counts them */
    Enrolling(LongAdder enrolled) {
        this.enrolled = enrolled;
    }

    /** All of them; fails at the first that is refused. */
    void enrol(Place place, List<Person> people) {
        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int from = 0; from < people.size() && failure.get() == null; from += AN_IMPORT) {
                List<Person> some = people.subList(from, Math.min(people.size(), from + AN_IMPORT));
                free.acquireUninterruptibly();
                threads.execute(() -> load(place, some));
            }
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void load(Place place, List<Person> people) {
        try {
            URI address = place.member("/member-imports");
            requireEnrolled(address, place.client().post(address, body(people)));
            enrolled.add(people.size());
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            free.release();
        }
    }

    private static void requireEnrolled(URI address, Answer answer) {
        JsonNode refused = answer.body().path("refused");
        if (!answer.succeeded() && refused.isEmpty()) {
            throw answer.unexpected("POST " + address);
        }
        for (JsonNode refusal : refused) {
            // Somebody changed the member since: that stays.
            if (refusal.path("problem").path("status").asInt() != EXISTS_OTHERWISE) {
                throw new IllegalStateException("POST " + address + " was refused: " + refusal);
            }
        }
    }

    private static ObjectNode body(List<Person> people) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode members = body.putArray("members");
        people.forEach(person -> members.add(enrolment(person)));
        return body;
    }

    private static ObjectNode enrolment(Person person) {
        ObjectNode item = JsonNodeFactory.instance
                .objectNode()
                .put("memberId", person.id())
                .put("displayName", person.name())
                .put("channel", person.channel())
                .put("level", person.level())
                .put("planted", person.planted())
                .put("joinedAt", person.joinedAt().toString());
        person.groups().forEach(item.putArray("groups")::add);
        person.tags().forEach(item.putArray("tags")::add);
        return item;
    }
}
