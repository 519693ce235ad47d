package dev.hearth.incentive.tier;

import dev.hearth.incentive.standing.Scheme;
import dev.hearth.incentive.standing.Tier;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a tier gives.
 *
 * @param tier the tier's id; null for none
 * @param level its place in the scheme, the lowest is 1, 0 for none
 * @param multiplier what earning rules pay, in thousandths: 1,500 pays one and a half times
 * @param privileges names of what its members may do
 */
public record Benefits(@Nullable String tier, int level, int multiplier, List<String> privileges) {
    /** Who has no tier is paid once. */
    public static final Benefits NONE = new Benefits(null, 0, Tier.SINGLE, List.of());

    public Benefits {
        privileges = List.copyOf(privileges);
    }

    /** @param stands null for who was never looked at */
    static Benefits of(Scheme scheme, @Nullable MemberTier stands) {
        Optional<Tier> tier =
                stands == null || stands.tier() == null ? Optional.empty() : scheme.tier(scheme.level(stands.tier()));
        return tier.map(has -> new Benefits(has.id(), scheme.level(has.id()), has.multiplier(), has.privileges()))
                .orElse(NONE);
    }
}
