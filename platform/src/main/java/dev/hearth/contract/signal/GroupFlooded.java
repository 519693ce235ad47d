package dev.hearth.contract.signal;

import dev.hearth.contract.Contract;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A group is flooded (水群): what was done in it in the last hours lies above the band that its own last weeks make
 * likely for these hours of the week. Key {@code community/group}. Told once for each spell, which
 * {@code signal.group-spell-ended} ends; told again only under the same id.
 *
 * @param groupId which group
 * @param spell names this spell in the community; its end names it too
 * @param from the beginning of the hours that were looked at
 * @param to their end: when it was noticed
 * @param hours how many hours these are
 * @param acts how many acts there were in the group in these hours
 * @param expected how many there usually are: the median of the same hours of the weeks before
 * @param lower the least number that lies within the band
 * @param upper the greatest number that lies within the band
 * @param weeks from how many weeks before the band was learned
 * @param lastActAt when anything was last done in the group, if ever
 * @param owner the member who owns the group (群主), where one does
 */
@Contract(type = "dev.hearth.signal.group-flooded.v1", topic = "hearth.signal")
public record GroupFlooded(
        String groupId,
        String spell,
        Instant from,
        Instant to,
        int hours,
        long acts,
        BigDecimal expected,
        long lower,
        long upper,
        int weeks,
        @Nullable Instant lastActAt,
        @Nullable String owner) {}
