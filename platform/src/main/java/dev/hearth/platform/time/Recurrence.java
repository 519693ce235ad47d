package dev.hearth.platform.time;

import io.smallrye.mutiny.CompositeException;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import java.time.Duration;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/**
 * Work done at intervals, one at a time; what fails is tried again the next time, and logged once until it succeeds.
 */
public final class Recurrence {
    private static final Logger LOG = Logger.getLogger(Recurrence.class);

    private final String name;
    private final Supplier<? extends Uni<?>> work;
    private boolean failing;

    /**
     * @param name what is logged
     * @param work one round of it
     */
    public Recurrence(String name, Supplier<? extends Uni<?>> work) {
        this.name = name;
        this.work = work;
    }

    /** Begins, the first time at once. A round that takes longer than the interval is not overtaken by the next one. */
    public Cancellable every(Duration interval) {
        return Multi.createFrom()
                .ticks()
                .every(interval)
                .onOverflow()
                .drop()
                .onItem()
                .transformToUniAndConcatenate(tick -> once())
                .subscribe()
                .with(done -> {}, failure -> LOG.errorf(failure, "%s has ended", name));
    }

    private Uni<Void> once() {
        return Uni.createFrom()
                .deferred(() -> work.get())
                .replaceWithVoid()
                .invoke(this::succeeded)
                .onFailure()
                .invoke(this::failed)
                .onFailure()
                .recoverWithUni(() -> Uni.createFrom().voidItem());
    }

    private void succeeded() {
        if (failing) {
            LOG.infof("%s succeeds again", name);
        }
        failing = false;
    }

    private void failed(Throwable failure) {
        if (!failing) {
            LOG.warnf(
                    "%s fails, and will be tried again: %s",
                    name, first(failure).toString());
        }
        failing = true;
    }

    private static Throwable first(Throwable failure) {
        return failure instanceof CompositeException several
                ? several.getCauses().getFirst()
                : failure;
    }
}
