package dev.hearth.incentive.wallet.opening;

import dev.hearth.incentive.task.Tasks;
import dev.hearth.incentive.wallet.WalletProblem;
import dev.hearth.platform.idempotency.Answer;
import dev.hearth.platform.problem.Check;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Takes opening balances in, part by part, and has them booked. */
@ApplicationScoped
class Opening {
    private final OpeningImports imports;
    private final Tasks tasks;
    private final Pool pool;
    private final Clock clock;

    Opening(OpeningImports imports, Tasks tasks, Pool pool, Clock clock) {
        this.imports = imports;
        this.tasks = tasks;
        this.pool = pool;
        this.clock = clock;
    }

    /** Takes a part, instead of the one that had its number, until the import is started. */
    Uni<OpeningImportView> put(String community, String id, int number, String content, String who) {
        List<OpeningRow> rows = OpeningRow.read(content);
        return pool.withTransaction(connection -> imports.begin(connection, community, id, clock.instant(), who)
                .invoke(Opening::requireOpen)
                .chain(begun -> requireCurrencies(connection, community, rows))
                .chain(() -> imports.putPart(
                        connection, community, id, new OpeningImports.Part(number, content), rows.size())));
    }

    /**
     * Has the import booked by a task.
     *
     * @param expected how many rows the caller has sent; null: not checked
     */
    Uni<Answer> start(SqlConnection connection, String community, String id, @Nullable Long expected, String who) {
        return imports.lock(connection, community, id)
                .map(found -> found.orElseThrow(() -> unknown(id)))
                .invoke(Opening::requireOpen)
                .invoke(found -> requireComplete(found, expected))
                .chain(found ->
                        tasks.accept(connection, community, OpeningTask.TYPE, new OpeningTask(id, found.rows()), who))
                .call(answer -> imports.start(connection, community, id, task(answer)));
    }

    Uni<OpeningImportView> get(String community, String id) {
        return imports.find(pool, community, id).map(found -> found.orElseThrow(() -> unknown(id)));
    }

    private Uni<Void> requireCurrencies(SqlConnection connection, String community, List<OpeningRow> rows) {
        Set<String> asked = rows.stream().map(OpeningRow::currencyId).collect(Collectors.toSet());
        return imports.currencies(connection, community, asked)
                .invoke(known -> {
                    for (int i = 0; i < rows.size(); i++) {
                        String currency = rows.get(i).currencyId();
                        if (!known.contains(currency)) {
                            throw Check.refused(
                                    "/" + i + "/currency",
                                    "is " + currency + ", which the community does not have; PUT the currency first");
                        }
                    }
                })
                .replaceWithVoid();
    }

    private static void requireOpen(OpeningImportView found) {
        if (found.task() != null) {
            throw new ProblemException(
                    WalletProblem.IMPORT_STARTED,
                    "the import " + found.openingImport() + " is booked by task " + found.task()
                            + "; send more rows with another import");
        }
    }

    private static void requireComplete(OpeningImportView found, @Nullable Long expected) {
        if (found.rows() == 0) {
            throw new ProblemException(WalletProblem.IMPORT_EMPTY, "PUT its parts first");
        }
        if (expected != null && expected != found.rows()) {
            throw Check.refused("/rows", "is " + expected + ", the parts that are here have " + found.rows());
        }
    }

    private static UUID task(Answer accepted) {
        String location = String.valueOf(accepted.location());
        return UUID.fromString(location.substring(location.lastIndexOf('/') + 1));
    }

    private static ProblemException unknown(String id) {
        return new ProblemException(WalletProblem.UNKNOWN_IMPORT, "the community has no import " + id);
    }
}
