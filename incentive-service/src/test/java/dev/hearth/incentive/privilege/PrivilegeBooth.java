package dev.hearth.incentive.privilege;

import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.time.Uuid7;

/** Privileges put together by hand. */
public final class PrivilegeBooth {
    private PrivilegeBooth() {}

    public static Granting granting(Events events, Outbox outbox, Uuid7 ids) {
        return new Granting(new Privileges(), events, outbox, ids);
    }
}
