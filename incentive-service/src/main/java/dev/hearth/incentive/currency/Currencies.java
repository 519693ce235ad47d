package dev.hearth.incentive.currency;

import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;

/** The store of currencies. */
@ApplicationScoped
class Currencies {
    Uni<Optional<Currency>> find(CurrencyKey key) {
        return Panache.getSession()
                .chain(session -> session.find(Currency.class, key))
                .map(Optional::ofNullable);
    }

    /** The currency, locked until the transaction ends. */
    Uni<Currency> lock(CurrencyKey key) {
        return Panache.getSession().chain(session -> session.find(Currency.class, key, LockModeType.PESSIMISTIC_WRITE));
    }

    /** Inserts the currency unless it is there, whoever else inserts it now; tells whether it did. */
    Uni<Boolean> addIfAbsent(Currency currency) {
        return Panache.getSession()
                .chain(session -> session.createNativeQuery("insert into currency (community, currency, name, version,"
                                + " changed_at, changed_by) values (:community, :currency, :name, :version,"
                                + " :changedAt, :changedBy) on conflict do nothing")
                        .setParameter("community", currency.key().community())
                        .setParameter("currency", currency.key().currency())
                        .setParameter("name", currency.name())
                        .setParameter("version", currency.version())
                        .setParameter("changedAt", currency.changedAt())
                        .setParameter("changedBy", currency.changedBy())
                        .executeUpdate())
                .map(inserted -> inserted == 1);
    }

    /** The community's currencies by id, after {@code after}. */
    Uni<List<Currency>> page(String community, String after, int rows) {
        return Panache.getSession()
                .chain(session -> session.createSelectionQuery(
                                "from Currency where key.community = :community and key.currency > :after"
                                        + " order by key.currency",
                                Currency.class)
                        .setParameter("community", community)
                        .setParameter("after", after)
                        .setMaxResults(rows)
                        .getResultList());
    }
}
