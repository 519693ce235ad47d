package dev.hearth.incentive.campaign.budget;

import java.time.Instant;
import java.util.Map;
import java.util.SortedMap;
import org.jspecify.annotations.Nullable;

/**
 * A campaign as who draws on it must know it.
 *
 * @param id which campaign
 * @param status whether it pays at all
 * @param opensAt the first instant whose deeds it pays
 * @param endsAt the first instant whose deeds it pays no more; null if it has no end
 * @param holdOut who never gets its awards
 * @param slices what was left, by currency and slice, when it was read
 */
public record OpenCampaign(
        CampaignId id,
        Status status,
        Instant opensAt,
        @Nullable Instant endsAt,
        HoldOut holdOut,
        Map<String, SortedMap<Integer, Long>> slices) {
    public OpenCampaign {
        slices = Map.copyOf(slices);
    }

    /** Where a campaign is in its life. */
    public enum Status {
        DRAFT,
        ACTIVE,
        /** For ever: what was left went back. */
        CLOSED
    }

    /** Whether a member's deed may be paid from the campaign. */
    public enum Admission {
        /** It may. */
        ADMITTED,
        /** The member is one of those who get nothing, to compare with. */
        HELD_OUT,
        /** The campaign has not begun, or its period has not. */
        NOT_OPEN,
        /** Its period is over, or it was closed. */
        OVER
    }

    /** @param at when the deed was done */
    public Admission admission(String member, Instant at) {
        if (status == Status.CLOSED || (endsAt != null && !at.isBefore(endsAt))) {
            return Admission.OVER;
        }
        if (status == Status.DRAFT || at.isBefore(opensAt)) {
            return Admission.NOT_OPEN;
        }
        return holdOut.holds(id.community(), "campaign/" + id.campaign(), member)
                ? Admission.HELD_OUT
                : Admission.ADMITTED;
    }

    /** What was left of a currency, in all slices, when this was read. */
    public long left(String currency) {
        SortedMap<Integer, Long> left = slices.get(currency);
        return left == null
                ? 0
                : left.values().stream().mapToLong(Long::longValue).sum();
    }
}
