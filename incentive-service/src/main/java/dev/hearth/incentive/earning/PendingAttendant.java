package dev.hearth.incentive.earning;

import dev.hearth.incentive.wallet.pending.PendingCredits;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Tells pending credits what happened: some wait for it. */
@ApplicationScoped
class PendingAttendant implements Attendant {
    private final PendingCredits credits;

    PendingAttendant(PendingCredits credits) {
        this.credits = credits;
    }

    @Override
    public Uni<Movement> attend(SqlConnection connection, List<Deed> deeds) {
        Set<PendingCredits.Happening> happenings = LinkedHashSet.newLinkedHashSet(deeds.size());
        deeds.forEach(deed -> happenings.add(new PendingCredits.Happening(
                deed.occurrence().community(),
                deed.occurrence().member(),
                deed.occurrence().kind())));
        return credits.happened(connection, happenings).replaceWith(Movement.NONE);
    }
}
