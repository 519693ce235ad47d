package dev.hearth.incentive.coupon;

import dev.hearth.contract.incentive.RewardType;
import dev.hearth.incentive.reward.Reward;
import dev.hearth.incentive.reward.Rewards;
import dev.hearth.platform.problem.ProblemException;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/** Adds codes to coupons. */
@ApplicationScoped
class CouponIssue {
    private static final int MOST_COUNTED = 1_000_000;

    private final Rewards rewards;
    private final Coupons coupons;
    private final Clock clock;
    private final CodeGenerator generator = new CodeGenerator(new SecureRandom());

    CouponIssue(Rewards rewards, Coupons coupons, Clock clock) {
        this.rewards = rewards;
        this.coupons = coupons;
        this.clock = clock;
    }

    /** Adds the batch; codes that are there already stay as they are. Fails with {@code no-coupon}. */
    Uni<CodeBatchView> add(SqlConnection connection, String community, String reward, CodeBatch batch) {
        List<CouponCode> codes = switch (batch) {
            case CodeBatch.Uploaded uploaded ->
                uploaded.codes().stream().distinct().toList();
            case CodeBatch.Generated(int count, String prefix, int length) -> generator.codes(count, prefix, length);
        };
        return rewards.last(connection, community, reward)
                .invoke(CouponIssue::requireCoupon)
                .chain(() -> coupons.add(connection, community, reward, codes, clock.instant()))
                .chain(added -> coupons.free(connection, community, List.of(reward), MOST_COUNTED)
                        .map(free -> new CodeBatchView(added, codes.size() - added, free.getOrDefault(reward, 0L))));
    }

    private static void requireCoupon(Reward reward) {
        if (reward.terms().type() != RewardType.COUPON) {
            throw new ProblemException(
                    CouponProblem.NO_COUPON,
                    "the reward " + reward.id() + " is of type "
                            + reward.terms().type() + "; only a COUPON has codes, others have stock-entries");
        }
    }
}
