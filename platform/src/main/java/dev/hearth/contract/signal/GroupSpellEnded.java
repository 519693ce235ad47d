package dev.hearth.contract.signal;

import dev.hearth.contract.Contract;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A cold or flooded spell of a group is over: it is back within its band. Says what was done in the group from the
 * signal on, beside what usually is: the effect of whatever answered the signal. Key {@code community/group}.
 *
 * @param groupId which group
 * @param spell which spell: as the signal named it
 * @param kind cold or flooded
 * @param since when the spell was noticed
 * @param until when it was seen to be over
 * @param actsSince how many acts there were in the group between these
 * @param expectedSince how many there usually are: the median of the same hours of the weeks before
 * @param firstActAfter when the first act after the signal was done; absent where none was
 */
@Contract(type = "dev.hearth.signal.group-spell-ended.v1", topic = "hearth.signal")
public record GroupSpellEnded(
        String groupId,
        String spell,
        SpellKind kind,
        Instant since,
        Instant until,
        long actsSince,
        BigDecimal expectedSince,
        @Nullable Instant firstActAfter) {}
