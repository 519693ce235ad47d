package dev.hearth.acceptance.replay;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Registers many members, a bounded number at once. */
final class Crowd {
    private static final int AT_ONCE = 16;

    private final Registration registration;
    private final Screen screen;
    private final LongAdder registered = new LongAdder();
    private final Semaphore free = new Semaphore(AT_ONCE);
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    Crowd(Registration registration, Screen screen) {
        this.registration = registration;
        this.screen = screen;
    }

    /** Registers everyone with the groups they are in; fails at the first that is refused. */
    void register(Map<String, Set<String>> members) {
        try (Progress _ = new Progress(screen, "registering members", members.size(), registered::sum);
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (Map.Entry<String, Set<String>> member : members.entrySet()) {
                free.acquireUninterruptibly();
                if (failure.get() != null) {
                    break;
                }
                threads.execute(() -> register(member));
            }
        }
        RuntimeException failed = failure.get();
        if (failed != null) {
            throw failed;
        }
    }

    private void register(Map.Entry<String, Set<String>> member) {
        try {
            registration.member(member.getKey(), member.getValue());
            registered.increment();
        } catch (RuntimeException e) {
            failure.compareAndSet(null, e);
        } finally {
            free.release();
        }
    }
}
