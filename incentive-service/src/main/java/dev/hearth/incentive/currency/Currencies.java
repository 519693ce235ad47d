package dev.hearth.incentive.currency;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.platform.event.ContractJson;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Row;
import io.vertx.mutiny.sqlclient.SqlClient;
import io.vertx.mutiny.sqlclient.Tuple;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The store of currencies. */
@ApplicationScoped
class Currencies {
    private static final String COLUMNS =
            "select community, currency, name, terms::text as terms, version, changed_at, changed_by from currency";
    private static final String FIND = COLUMNS + " where community = $1 and currency = $2";
    private static final String PAGE = COLUMNS + " where community = $1 and currency > $2 order by currency limit $3";
    private static final String ADD = """
            insert into currency (community, currency, name, terms, version, changed_at, changed_by)
            values ($1, $2, $3, cast(cast($4 as text) as jsonb), $5, $6, $7) on conflict do nothing
            """;
    private static final String CHANGE = """
            update currency set name = $3, terms = cast(cast($4 as text) as jsonb), version = $5, changed_at = $6,
                changed_by = $7
            where community = $1 and currency = $2
            """;

    Uni<Optional<Currency>> find(SqlClient client, CurrencyId id) {
        return all(client, FIND, Tuple.of(id.community(), id.currency()))
                .map(found -> found.stream().findFirst());
    }

    /** The currency, locked until the transaction ends. */
    Uni<Currency> lock(SqlClient connection, CurrencyId id) {
        return all(connection, FIND + " for no key update", Tuple.of(id.community(), id.currency()))
                .map(List::getFirst);
    }

    /** Inserts the currency unless it is there, whoever else inserts it now; tells whether it did. */
    Uni<Boolean> addIfAbsent(SqlClient connection, Currency currency) {
        return connection.preparedQuery(ADD).execute(columns(currency)).map(rows -> rows.rowCount() == 1);
    }

    Uni<Currency> change(SqlClient connection, Currency currency) {
        return connection.preparedQuery(CHANGE).execute(columns(currency)).replaceWith(currency);
    }

    /** The community's currencies by id, after {@code after}. */
    Uni<List<Currency>> page(SqlClient client, String community, String after, int rows) {
        return all(client, PAGE, Tuple.of(community, after, rows));
    }

    private static Uni<List<Currency>> all(SqlClient client, String sql, Tuple asked) {
        return client.preparedQuery(sql).execute(asked).map(rows -> {
            List<Currency> found = new ArrayList<>(rows.size());
            rows.forEach(row -> found.add(currency(row)));
            return found;
        });
    }

    private static Tuple columns(Currency currency) {
        return Tuple.from(new Object[] {
            currency.community(),
            currency.id(),
            currency.name(),
            new String(ContractJson.write(currency.terms()), UTF_8),
            currency.version(),
            currency.changedAt().atOffset(ZoneOffset.UTC),
            currency.changedBy()
        });
    }

    private static Currency currency(Row row) {
        return new Currency(
                row.getString("community"),
                row.getString("currency"),
                row.getString("name"),
                ContractJson.readStrictly(row.getString("terms").getBytes(UTF_8), CurrencyTerms.class),
                row.getInteger("version"),
                row.getOffsetDateTime("changed_at").toInstant(),
                row.getString("changed_by"));
    }
}
