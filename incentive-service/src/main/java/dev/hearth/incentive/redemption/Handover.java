package dev.hearth.incentive.redemption;

import dev.hearth.contract.incentive.RewardType;
import dev.hearth.incentive.coupon.Coupons;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.privilege.Grant;
import dev.hearth.incentive.privilege.Granting;
import dev.hearth.incentive.reward.PrivilegeTerms;
import dev.hearth.incentive.reward.Reward;
import dev.hearth.incentive.stock.Stock;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Gives members what they redeemed, and takes back what comes to nothing. */
@ApplicationScoped
class Handover {
    private final Coupons coupons;
    private final Granting granting;
    private final Stock stock;

    Handover(Coupons coupons, Granting granting, Stock stock) {
        this.coupons = coupons;
        this.granting = granting;
        this.stock = stock;
    }

    /** Grants the privilege of a redemption that is fulfilled. */
    Uni<Void> grant(SqlConnection connection, Books books, Reward reward, Redemption fulfilled, String who) {
        PrivilegeTerms privilege = reward.terms().privilege();
        if (privilege == null || !(fulfilled.stage() instanceof Stage.Fulfilled)) {
            return Uni.createFrom().voidItem();
        }
        Grant grant = new Grant(
                fulfilled.holder(), privilege.kind(), privilege.name(), privilege.days(), fulfilled.source(), who);
        return granting.grant(connection, books, grant).replaceWithVoid();
    }

    /** Gives what was set aside for a reservation that is fulfilled now; answers the code, if it is one. */
    Uni<Optional<String>> give(SqlConnection connection, Books books, Reward reward, Redemption fulfilled, String who) {
        if (!(fulfilled.stage() instanceof Stage.Fulfilled)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return switch (fulfilled.bargain().type()) {
            case COUPON ->
                coupons.give(connection, fulfilled.holder().community(), fulfilled.id(), books.now())
                        .map(Optional::of);
            case PRIVILEGE, GROUP_ACCESS ->
                grant(connection, books, reward, fulfilled, who).replaceWith(Optional.empty());
            case GOODS -> Uni.createFrom().item(Optional.empty());
        };
    }

    /**
     * Puts back what redemptions took that were not fulfilled.
     *
     * @param ended of one community
     */
    Uni<Void> putBack(SqlConnection connection, String community, List<Redemption> ended) {
        List<Stock.Place> places = ended.stream()
                .filter(redemption -> redemption.slot() != null)
                .map(redemption ->
                        new Stock.Place(redemption.bargain().reward(), Objects.requireNonNull(redemption.slot())))
                .toList();
        List<Redemption> coded = ended.stream()
                .filter(redemption -> redemption.bargain().type() == RewardType.COUPON)
                .toList();
        Uni<Void> freed = coded.isEmpty()
                ? Uni.createFrom().voidItem()
                : coupons.setFree(connection, coded.stream().map(Redemption::id).toList());
        return freed.chain(() -> stock.giveBack(connection, community, places));
    }
}
