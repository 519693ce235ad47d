package dev.hearth.incentive.tier;

import dev.hearth.contract.incentive.TierChangeReason;
import dev.hearth.contract.incentive.TierChanged;
import dev.hearth.incentive.ledger.Holder;
import dev.hearth.incentive.standing.Change;
import dev.hearth.incentive.standing.Earnings;
import dev.hearth.incentive.standing.Glance;
import dev.hearth.incentive.standing.Scheme;
import dev.hearth.incentive.standing.Standing;
import dev.hearth.incentive.standing.Tier;
import dev.hearth.incentive.standing.Timeline;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What comes of looking at a member: where it finally stands, and the one event that tells of it if that is somewhere
 * else than before. However many periods were closed since, and whatever rose and fell between, there is one.
 *
 * @param before where it stood; null for who was looked at for the first time
 * @param after the member's state from now on
 * @param told the event, if the tier is another
 */
record Review(
        @Nullable MemberTier before,
        MemberTier after,
        @Nullable TierChanged told) {
    /** How to look at one member, now. */
    record Look(Holder holder, Eras eras, Function<String, Earnings> earnings, Instant now, LocalDays days) {
        LocalDate today() {
            return days.day(holder.community(), now);
        }
    }

    /**
     * Looks.
     *
     * @param before null for who is looked at for the first time
     * @param pin what is pinned from now on
     */
    static Review of(Look look, @Nullable MemberTier before, @Nullable Pin pin) {
        Standing standing = Timeline.of(look.eras().eras(), look.earnings()).on(look.today());
        Position position = position(standing, pin, look.today());
        boolean moved = before == null ? position.tier() != null : !Objects.equals(before.tier(), position.tier());
        boolean pinMoved = before != null && !Objects.equals(before.pin(), pin);
        MemberTier after = new MemberTier(
                look.holder(),
                before == null ? 1 : before.version() + (moved || pinMoved ? 1 : 0),
                look.eras().version(),
                position.tier(),
                position.level(),
                before == null || moved ? position.since() : before.since(),
                before == null || moved || pinMoved ? reason(position, before, moved) : before.reason(),
                standing.glance(),
                due(look, standing.glance(), pin),
                pin);
        return new Review(before, after, moved ? told(before, after, standing, pin) : null);
    }

    /** Where the member stands, all told: what is pinned goes before what was earned. */
    private record Position(
            @Nullable String tier,
            int level,
            LocalDate since,
            @Nullable Change by,
            boolean pinned) {}

    private static Position position(Standing standing, @Nullable Pin pin, LocalDate today) {
        Scheme scheme = standing.era().scheme();
        if (pin != null && scheme.level(pin.tier()) > 0) {
            return new Position(pin.tier(), scheme.level(pin.tier()), today, null, true);
        }
        Change last = standing.last();
        return new Position(
                standing.tier().map(Tier::id).orElse(null),
                standing.level(),
                last == null ? today : last.on(),
                last,
                false);
    }

    private static TierChangeReason reason(Position position, @Nullable MemberTier before, boolean moved) {
        if (position.pinned()) {
            return TierChangeReason.OVERRIDDEN;
        }
        if (moved && before != null && before.pin() != null) {
            return TierChangeReason.OVERRIDE_ENDED;
        }
        Change by = position.by();
        if (by == null) {
            return before == null ? TierChangeReason.EARNED : TierChangeReason.CORRECTED;
        }
        boolean rose = before == null || position.level() > before.level();
        return switch (by.why()) {
            case EARNED -> rose ? TierChangeReason.EARNED : TierChangeReason.CORRECTED;
            case NOT_KEPT -> rose ? TierChangeReason.CORRECTED : TierChangeReason.NOT_KEPT;
            case SCHEME_CHANGED -> TierChangeReason.SCHEME_CHANGED;
        };
    }

    private static @Nullable Instant due(Look look, Glance glance, @Nullable Pin pin) {
        LocalDate review = glance.review();
        return Stream.of(
                        Optional.ofNullable(review)
                                .map(day -> look.days().start(look.holder().community(), day)),
                        Optional.ofNullable(pin).map(Pin::until))
                .flatMap(Optional::stream)
                .min(Instant::compareTo)
                .orElse(null);
    }

    private static TierChanged told(
            @Nullable MemberTier before, MemberTier after, Standing standing, @Nullable Pin pin) {
        Pin told = after.reason() == TierChangeReason.OVERRIDDEN ? pin : null;
        return new TierChanged(
                after.holder().member(),
                before == null ? null : before.tier(),
                after.tier(),
                before == null ? 0 : before.level(),
                after.level(),
                after.reason(),
                after.since(),
                standing.era().version(),
                standing.era().scheme().currency(),
                standing.earned(),
                told == null ? null : told.until(),
                told == null ? null : told.reason());
    }
}
