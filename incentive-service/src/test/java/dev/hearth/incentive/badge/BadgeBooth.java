package dev.hearth.incentive.badge;

import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.Outbox;
import java.time.Clock;

/** Badges put together by hand. */
public final class BadgeBooth {
    private BadgeBooth() {}

    public static Awarding awarding(Clock clock, Events events, Outbox outbox) {
        return new Awarding(new Awards(), new Badges(clock), events, outbox);
    }
}
