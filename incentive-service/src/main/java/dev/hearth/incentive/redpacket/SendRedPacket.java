package dev.hearth.incentive.redpacket;

import dev.hearth.contract.incentive.RedPacketSplit;
import dev.hearth.incentive.chance.Seed;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.platform.problem.Check;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A red packet as the caller wants to send it. */
@Schema(name = "SendRedPacket", examples = """
                {"currency": "points", "total": 100, "shares": 10, "split": "RANDOM", "minutesOpen": 60,
                 "greeting": "新年快乐"}""")
record SendRedPacket(
        @Schema(description = "the member who sends it; absent: the community", examples = "ada") @Nullable
        String senderId,

        @Schema(description = "only whose members may claim; absent: all", examples = "g-1") @Nullable
        String groupId,

        @Schema(required = true, examples = "points") @Nullable
        String currency,

        @Schema(required = true, minimum = "1", maximum = "1000000000", description = "at least as many as shares")
        @Nullable
        Long total,

        @Schema(required = true, minimum = "1", maximum = "1000") @Nullable
        Integer shares,

        @Schema(required = true) @Nullable RedPacketSplit split,

        @Schema(required = true, minimum = "1", maximum = "10080", description = "how long shares are claimed")
        @Nullable
        Integer minutesOpen,

        @Schema(maxLength = 200) @Nullable String greeting) {
    private static final int MAX_GREETING = 200;

    RedPacket packet(String community, UUID id, Seed seed, String who, Instant now) {
        int parts = Check.present("/shares", shares);
        long minutes = Check.range("/minutesOpen", Check.present("/minutesOpen", minutesOpen), 1, 7 * 24 * 60);
        return new RedPacket(
                new CurrencyId(community, Check.identifier("/currency", currency)),
                id,
                senderId == null ? null : Check.identifier("/senderId", senderId),
                groupId == null ? null : Check.identifier("/groupId", groupId),
                Check.present("/split", split),
                Check.range("/total", Check.present("/total", total), 1, RedPacketPolicy.MAX_POINTS),
                (int) Check.range("/shares", parts, 1, RedPacketPolicy.MAX_SHARES),
                greeting == null ? null : Check.text("/greeting", greeting, MAX_GREETING),
                seed,
                List.of(),
                who,
                now,
                now.plus(Duration.ofMinutes(minutes)));
    }
}
