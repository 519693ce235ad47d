package dev.hearth.analytics.segment;

import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;

/**
 * The generations of the read model. A rebuild writes chains of its own, under a number of its own, which nobody reads;
 * replacing one document makes them the ones that count. A crash leaves the one generation or the other, whole.
 */
@ApplicationScoped
public class Generations {
    /** How long a rebuild keeps its turn without a sign of life. */
    public static final Duration TURN = Duration.ofSeconds(15);

    private final AnalyticsStore store;
    private final Clock clock;
    private volatile int known;

    Generations(AnalyticsStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    /** What the store says now. */
    public Uni<Lineage> find() {
        return store.lineages().find().invoke(lineage -> known = lineage.current());
    }

    /** The generation that counted when it was last asked for; asks if it never was. */
    Uni<Integer> known() {
        int last = known;
        return last > 0 ? Uni.createFrom().item(last) : find().map(Lineage::current);
    }

    /** Whether the journal is of another generation than the one that counts. */
    public boolean isSuperseded(PartitionJournal journal) {
        return known > 0 && journal.id().generation() != known;
    }

    /** Takes the turn, under a new number; fails with {@link LeaseLostException} if a rebuild is under way. */
    public Uni<Lineage> begin(String rebuild) {
        return find().flatMap(before -> before.isBusy(clock.instant())
                ? Uni.createFrom().failure(new LeaseLostException(rebuild))
                : store.lineages()
                        .lease(before, before.leased(rebuild, clock.instant().plus(TURN)), rebuild));
    }

    /** Tells that the rebuild is alive. */
    public Uni<Lineage> renew(Lineage mine) {
        Lineage.Lease held = mine.turn();
        Lineage.Lease longer = new Lineage.Lease(
                held.rebuild(), held.generation(), clock.instant().plus(TURN));
        return store.lineages().replace(held.rebuild(), mine.renewed(longer));
    }

    /** Makes what was built the generation that counts. An answer that was lost on the way is asked for again. */
    public Uni<Lineage> switchOver(Lineage mine) {
        Lineage.Lease held = mine.turn();
        return store.lineages()
                .replace(held.rebuild(), mine.switched(held.generation(), clock.instant()))
                .onFailure()
                .recoverWithUni(failure -> find().flatMap(now -> now.current() == held.generation()
                        ? Uni.createFrom().item(now)
                        : Uni.createFrom().failure(failure)))
                .invoke(now -> known = now.current());
    }

    /** Gives the turn back without a switch. */
    public Uni<Lineage> end(Lineage mine, boolean verified) {
        return store.lineages().replace(mine.turn().rebuild(), mine.ended(verified ? clock.instant() : null));
    }

    /**
     * Removes all documents of the generations {@code from} to {@code to - 1}: only of such as are smaller than what
     * counts, or of one's own turn, since others may build under higher numbers.
     */
    public Uni<Void> remove(int from, int to) {
        return from >= to
                ? Uni.createFrom().voidItem()
                : store.chains().remove(from, to).chain(() -> store.segments().remove(from, to));
    }
}
