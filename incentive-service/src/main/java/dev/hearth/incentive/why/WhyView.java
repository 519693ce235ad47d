package dev.hearth.incentive.why;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.Change;
import dev.hearth.incentive.ledger.Notes;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.rule.EarningRuleView;
import dev.hearth.platform.event.CloudEvent;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why points moved. */
@Schema(name = "Why")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WhyView(
        @Schema(examples = "019a9c6e-3f00-7000-8000-000000000001")
        String transaction,

        TransactionType type,

        @Schema(description = "what it changed of each member's points")
        List<MovedView> moved,

        @Schema(description = "the local day it counts for") LocalDate localDate,
        @Schema(description = "when its cause occurred") Instant occurredAt,

        @Schema(description = "the rule that paid, in the version that did") @Nullable
        EarningRuleView rule,

        @Schema(
                description =
                        "how the amounts came about: base, each member's share, the tier's multiplier, and what caps"
                                + " and budgets cut; absent: the rule's amount, as it is")
        @Nullable
        Map<String, Object> computation,

        @Schema(description = "the campaign whose budget paid") @Nullable
        String campaign,

        @Schema(description = "the event that the rule answered") @Nullable
        EventView event,

        @Schema(description = "the key of who asked for it, where no rule did") @Nullable
        String key,

        @Schema(description = "what it belongs to", examples = "redemption/019a9c6e-3f00-7000-8000-000000000002")
        @Nullable
        String reference,

        @Schema(description = "the transaction that it takes back: ask why of that") @Nullable
        String reverses,

        @Schema(description = "why somebody asked for it") @Nullable
        String reason,

        @Schema(description = "who asked for it: the token's subject") @Nullable
        String actor) {
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};

    WhyView {
        moved = List.copyOf(moved);
    }

    /** What changed of one member's points. */
    @Schema(name = "WhyMoved")
    record MovedView(String memberId, String currency, long spendable, long held, long pending, long owed) {}

    /** An event as it stands on its topic; only the id, where it is not there any more. */
    @Schema(name = "WhyEvent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventView(
            String id,

            @Schema(description = "topic/partition/offset", examples = "hearth.engagement/3/1024") @Nullable
            String position,

            @Nullable String type,
            @Nullable Instant time,

            @Schema(description = "what the event says") @Nullable
            Map<String, Object> data) {}

    static WhyView of(Transaction transaction, Optional<EarningRuleView> rule, Optional<CloudEvent> event) {
        Notes notes = transaction.notes();
        UUID reverses = notes.reverses();
        return new WhyView(
                transaction.id().toString(),
                transaction.type(),
                moved(transaction),
                transaction.when().localDate(),
                transaction.when().occurredAt(),
                rule.orElse(null),
                notes.trace() == null ? null : object(notes.trace().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                rule.flatMap(version -> Optional.ofNullable(EarningRuleView.campaign(version)))
                        .orElse(null),
                event(transaction, event),
                transaction.cause() instanceof Cause.Requested(String community, String asked) ? asked : null,
                notes.reference(),
                reverses == null ? null : reverses.toString(),
                notes.reason(),
                notes.actor());
    }

    private static @Nullable EventView event(Transaction transaction, Optional<CloudEvent> found) {
        if (!(transaction.cause() instanceof Cause.Earned earned)) {
            return null;
        }
        CloudEvent read = found.orElse(null);
        byte[] data = read == null ? null : read.data();
        return new EventView(
                earned.sourceEvent(),
                transaction.notes().sourcePosition(),
                read == null ? null : read.type(),
                read == null ? null : read.time(),
                data == null ? null : object(data));
    }

    private static List<MovedView> moved(Transaction transaction) {
        List<MovedView> moved = new ArrayList<>();
        transaction
                .changes()
                .forEach((holder, changes) -> changes.forEach((currency, change) -> {
                    if (!change.equals(Change.NONE)) {
                        moved.add(new MovedView(
                                holder.member(),
                                currency,
                                change.spendable(),
                                change.held(),
                                change.pending(),
                                change.owed()));
                    }
                }));
        return moved;
    }

    private static @Nullable Map<String, Object> object(byte[] json) {
        try {
            return JSON.readValue(json, OBJECT);
        } catch (IOException e) {
            return null;
        }
    }
}
