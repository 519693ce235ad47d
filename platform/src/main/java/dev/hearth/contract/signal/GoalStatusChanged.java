package dev.hearth.contract.signal;

import dev.hearth.contract.Contract;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A goal fell behind its plan, is on track again, was reached or was missed. Told again only under the same id. Key:
 * the community.
 *
 * @param goal the goal's id
 * @param name what it is called
 * @param measure what is measured: {@code ACTIVE_MEMBERS}, {@code MEMBER_DAYS}, {@code EVENTS}, {@code AMOUNT} or
 *     {@code NET_REVENUE}; more may come
 * @param group only in this group, if it is one's
 * @param status how it stands: {@code ON_TRACK}, {@code BEHIND}, {@code REACHED} or {@code MISSED}
 * @param since the first local day on which it stood so
 * @param value what is there
 * @param target what is to be there at the end, or at most
 * @param expected what the plan expects by now, six decimals
 */
@Contract(type = "dev.hearth.signal.goal-status-changed.v1", topic = "hearth.signal")
public record GoalStatusChanged(
        String goal,
        String name,
        String measure,
        @Nullable String group,
        String status,
        LocalDate since,
        long value,
        long target,
        BigDecimal expected) {}
