package dev.hearth.incentive.wallet.opening;

import dev.hearth.incentive.currency.CurrencyTerms;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.ledger.Notes;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.task.Piece;
import dev.hearth.incentive.task.Step;
import dev.hearth.incentive.task.Task;
import dev.hearth.incentive.task.TaskType;
import dev.hearth.incentive.task.TaskWork;
import dev.hearth.incentive.wallet.Bookkeeping;
import dev.hearth.incentive.wallet.CommunityDays;
import dev.hearth.incentive.wallet.Wallets;
import dev.hearth.incentive.wallet.opening.OpeningTask.Booked;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Books an import part by part: a part is one transaction of the database, and each of its rows one of the ledger. */
@ApplicationScoped
class OpeningWork extends TaskWork<OpeningTask, Booked> {
    private final OpeningImports imports;
    private final Wallets wallets;
    private final Bookkeeping bookkeeping;
    private final CommunityDays days;
    private final Pool pool;

    OpeningWork(OpeningImports imports, Wallets wallets, Bookkeeping bookkeeping, CommunityDays days, Pool pool) {
        this.imports = imports;
        this.wallets = wallets;
        this.bookkeeping = bookkeeping;
        this.days = days;
        this.pool = pool;
    }

    @Override
    public TaskType<OpeningTask, Booked> type() {
        return OpeningTask.TYPE;
    }

    @Override
    public Uni<Piece<Booked>> next(Task<OpeningTask> task, @Nullable Booked state) {
        Booked before = Objects.requireNonNullElse(state, Booked.NOTHING);
        return imports.nextPart(pool, task.community(), task.request().openingImport(), before.part())
                .map(part -> piece(task, before, part));
    }

    private Piece<Booked> piece(Task<OpeningTask> task, Booked before, Optional<OpeningImports.Part> part) {
        long total = task.request().rows();
        if (part.isEmpty()) {
            return connection -> Uni.createFrom().item(new Step.Finished<>(before, before.rows(), total));
        }
        OpeningImports.Part next = part.orElseThrow();
        return connection -> book(connection, task, before, next)
                .call(after -> imports.drop(
                        connection, task.community(), task.request().openingImport(), next.number()))
                .map(after -> new Step.Onward<>(after, after.rows(), total));
    }

    private Uni<Booked> book(
            SqlConnection connection, Task<OpeningTask> task, Booked before, OpeningImports.Part part) {
        List<OpeningRow> rows = OpeningRow.read(part.content());
        String community = task.community();
        return imports.booked(
                        connection,
                        community,
                        rows.stream().map(OpeningWork::key).toList())
                .map(known ->
                        rows.stream().filter(row -> !known.contains(key(row))).toList())
                .chain(fresh -> terms(connection, community, fresh)
                        .chain(terms -> fresh.isEmpty()
                                ? Uni.createFrom().item(0L)
                                : bookkeeping.with(
                                        connection,
                                        holders(community, fresh),
                                        books -> Uni.createFrom().item(() -> draft(books, task, fresh, terms))))
                        .map(points ->
                                before.plus(part.number(), fresh.size(), (long) rows.size() - fresh.size(), points)));
    }

    private Uni<Map<String, CurrencyTerms>> terms(SqlConnection connection, String community, List<OpeningRow> rows) {
        Set<String> currencies = rows.stream().map(OpeningRow::currencyId).collect(Collectors.toSet());
        return Multi.createFrom()
                .iterable(currencies)
                .onItem()
                .transformToUniAndConcatenate(currency -> wallets.terms(connection, new CurrencyId(community, currency))
                        .map(terms -> Map.entry(currency, terms)))
                .collect()
                .asMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static Set<Holder> holders(String community, List<OpeningRow> rows) {
        return rows.stream().map(row -> new Holder(community, row.member())).collect(Collectors.toSet());
    }

    private long draft(Books books, Task<OpeningTask> task, List<OpeningRow> rows, Map<String, CurrencyTerms> terms) {
        When now = days.now(task.community());
        Notes notes =
                Notes.on("opening-import/" + task.request().openingImport()).by(task.createdBy(), null);
        long points = 0;
        for (OpeningRow row : rows) {
            CurrencyId currency = new CurrencyId(task.community(), row.currencyId());
            var _ = books.draft(TransactionType.IMPORTED, new Cause.Requested(task.community(), key(row)), now)
                    .note(notes)
                    .credit(
                            currency,
                            row.member(),
                            row.points(),
                            expiry(task.community(), row, Objects.requireNonNull(terms.get(row.currencyId()))),
                            Account.issuer(currency, books.shard()))
                    .record();
            points += row.points();
        }
        return points;
    }

    private Instant expiry(String community, OpeningRow row, CurrencyTerms terms) {
        Instant said = row.expiresAt();
        return said == null ? days.expiry(community, terms.expiry()) : said;
    }

    private static String key(OpeningRow row) {
        return "opening/" + row.key();
    }
}
