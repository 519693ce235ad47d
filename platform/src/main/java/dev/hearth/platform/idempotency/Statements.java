package dev.hearth.platform.idempotency;

import io.smallrye.mutiny.Uni;
import java.util.List;

/** The transaction that an effect is part of, whichever client holds it. Parameters are {@code $1}, {@code $2} … */
interface Statements {
    Uni<List<Object[]>> select(String sql, Object... values);

    Uni<Void> execute(String sql, Object... values);
}
