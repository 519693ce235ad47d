package dev.hearth.acceptance.demo;

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

/** Takes members over, a bounded number at once. */
final class Enrolling {
    private static final int AT_ONCE = 24;
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
            for (Person person : people) {
                free.acquireUninterruptibly();
                if (failure.get() != null) {
                    free.release();
                    break;
                }
                threads.execute(() -> enrol(place, person));
            }
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void enrol(Place place, Person person) {
        try {
            URI address = place.member("/members/" + person.id());
            Answer answer = place.client().put(address, enrolment(person));
            // Somebody changed the member since: that stays.
            if (answer.status() != EXISTS_OTHERWISE) {
                var _ = answer.orFail("PUT " + address);
            }
            enrolled.increment();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            free.release();
        }
    }

    private static ObjectNode enrolment(Person person) {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("displayName", person.name())
                .put("channel", person.channel())
                .put("level", person.level())
                .put("planted", person.planted())
                .put("joinedAt", person.joinedAt().toString());
        person.groups().forEach(body.putArray("groups")::add);
        person.tags().forEach(body.putArray("tags")::add);
        return body;
    }
}
