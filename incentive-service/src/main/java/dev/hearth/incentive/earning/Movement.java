package dev.hearth.incentive.earning;

import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Holder;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;

/**
 * Points that are to move once members are locked.
 *
 * @param holders everybody whose points move
 * @param draft drafts it; may still read and write rows that the feature has locked
 */
public record Movement(Collection<Holder> holders, Function<Books, Uni<Void>> draft) {
    /** None. */
    public static final Movement NONE =
            new Movement(List.of(), books -> Uni.createFrom().voidItem());
}
