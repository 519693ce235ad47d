package dev.hearth.incentive.redemption;

import dev.hearth.incentive.coupon.Coupons;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.QueryParameter;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.Pool;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Looks at what was redeemed. */
@ApplicationScoped
class Retrospect {
    private static final UUID FIRST = new UUID(0, 0);

    private final Redemptions redemptions;
    private final Coupons coupons;
    private final Pool pool;

    Retrospect(Redemptions redemptions, Coupons coupons, Pool pool) {
        this.redemptions = redemptions;
        this.coupons = coupons;
        this.pool = pool;
    }

    Uni<Redeemed> get(Request request) {
        return redemptions
                .find(pool, request.community(), request.redemption())
                .map(request::require)
                .chain(found -> coupons.given(pool, List.of(found.id()))
                        .map(codes -> new Redeemed(found, Optional.ofNullable(codes.get(found.id())))));
    }

    /** Those of a member, newest first. */
    Uni<Page<Redeemed>> page(Holder holder, Paging paging) {
        int limit = paging.limit();
        return redemptions
                .page(pool, holder, place(paging.after()), limit + 1)
                .map(rows -> Page.of(rows, limit, redemption -> redemption.id().toString()))
                .chain(this::withCodes);
    }

    /** Those of the community that are open, oldest first: none of them has a code that was given. */
    Uni<Page<Redeemed>> open(String community, Openness openness, Paging paging) {
        int limit = paging.limit();
        UUID after = place(paging.after());
        return redemptions
                .open(pool, community, openness, after == null ? FIRST : after, limit + 1)
                .map(rows -> Page.of(rows, limit, redemption -> redemption.id().toString())
                        .map(redemption -> new Redeemed(redemption, Optional.empty())));
    }

    private Uni<Page<Redeemed>> withCodes(Page<Redemption> page) {
        List<UUID> ids = page.items().stream().map(Redemption::id).toList();
        return coupons.given(pool, ids)
                .map(codes -> page.map(
                        redemption -> new Redeemed(redemption, Optional.ofNullable(codes.get(redemption.id())))));
    }

    private static @Nullable UUID place(String after) {
        try {
            return after.isEmpty() ? null : UUID.fromString(after);
        } catch (IllegalArgumentException e) {
            throw QueryParameter.refused("cursor", "is not a cursor of this list; use `next` of the page before");
        }
    }
}
