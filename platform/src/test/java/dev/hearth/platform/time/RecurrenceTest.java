package dev.hearth.platform.time;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.infrastructure.Infrastructure;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

class RecurrenceTest {
    private static final Duration OFTEN = Duration.ofMillis(5);

    private final AtomicInteger begun = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    @Test
    void goesOnAfterRoundsThatFailOrThrow() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(6);
        Supplier<Uni<Integer>> work = () -> {
            rounds.countDown();
            if (begun.incrementAndGet() % 2 == 0) {
                throw new IllegalStateException("thrown");
            }
            return Uni.createFrom().failure(new IllegalStateException("failed"));
        };
        assertThat(endsWithin(rounds, work)).isTrue();
    }

    @Test
    void doesOneRoundAtATimeHoweverLongItTakes() throws InterruptedException {
        CountDownLatch rounds = new CountDownLatch(5);
        Supplier<Uni<Integer>> work = () -> Uni.createFrom()
                .item(() -> most.accumulateAndGet(atOnce.incrementAndGet(), Math::max))
                .onItem()
                .delayIt()
                .by(OFTEN.multipliedBy(4))
                .invoke(() -> {
                    atOnce.decrementAndGet();
                    rounds.countDown();
                })
                .runSubscriptionOn(Infrastructure.getDefaultWorkerPool());
        assertThat(endsWithin(rounds, work)).isTrue();
        assertThat(most).hasValue(1);
    }

    @Test
    void beginsAtOnce() throws InterruptedException {
        CountDownLatch first = new CountDownLatch(1);
        Cancellable running = new Recurrence("counting", () -> {
                    first.countDown();
                    return Uni.createFrom().voidItem();
                })
                .every(Duration.ofDays(1));
        assertThat(first.await(30, TimeUnit.SECONDS)).isTrue();
        running.cancel();
    }

    private static boolean endsWithin(CountDownLatch rounds, Supplier<Uni<Integer>> work) throws InterruptedException {
        Cancellable running = new Recurrence("counting", work).every(OFTEN);
        try {
            return rounds.await(30, TimeUnit.SECONDS);
        } finally {
            running.cancel();
        }
    }
}
