package dev.hearth.analytics.points;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Why points moved, as far as it is told in words: incentive-service itself tells the whole rule. */
@Schema(name = "PointsWhy")
@JsonInclude(JsonInclude.Include.NON_NULL)
record WhyView(
        @Schema(required = true, examples = "019a9c6e-3f00-7000-8000-000000000001")
        String transaction,

        @Schema(required = true, description = "what kind of happening", examples = "EARNED")
        String type,

        @Schema(required = true, description = "the local day it counts for")
        LocalDate localDate,

        @Schema(required = true, description = "when its cause occurred")
        Instant occurredAt,

        @Schema(description = "the rule that paid, in the version that did") @Nullable
        RuleView rule,

        @Schema(description = "how the amounts came about; absent: the rule's amount, as it is") @Nullable
        ComputationView computation,

        @Schema(description = "the campaign whose budget paid", examples = "spring") @Nullable
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
    WhyView {
        requireNonNull(transaction);
        requireNonNull(type);
        requireNonNull(localDate);
        requireNonNull(occurredAt);
    }

    /** What the rule says. */
    @Schema(name = "PointsWhyRule")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record RuleView(
            @Schema(required = true, examples = "message-points")
            String rule,

            @Schema(required = true, examples = "1") long version,

            @Schema(required = true, description = "which kinds it answers", examples = "[\"message.posted\"]")
            List<String> kinds,

            @Schema(
                    description = "in CEL; absent: it answers every event of its kinds",
                    examples = "event.value >= 100")
            @Nullable
            String condition,

            @Schema(required = true, examples = "points") String currency,

            @Schema(description = "absent: it follows from the event", examples = "2") @Nullable
            Long amount) {
        RuleView {
            requireNonNull(rule);
            kinds = List.copyOf(kinds);
            requireNonNull(currency);
        }
    }

    /** How amounts came about. */
    @Schema(name = "PointsWhyComputation")
    record ComputationView(
            @Schema(required = true, description = "what the event is worth by the rule", examples = "10")
            long base,

            @Schema(required = true, description = "who got what of it")
            List<PartView> parts) {
        ComputationView {
            parts = List.copyOf(parts);
        }
    }

    /** One member's part. */
    @Schema(name = "PointsWhyPart")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartView(
            @Schema(required = true, examples = "ada") String member,

            @Schema(required = true, description = "of the base", examples = "10")
            long share,

            @Schema(description = "after the tier's multiplier, where that changed it", examples = "15") @Nullable
            Long multiplied,

            @Schema(description = "what limits left, in order, where they took something") @Nullable
            List<CutView> cuts,

            @Schema(required = true, description = "what was paid; negative was taken", examples = "12")
            long points) {
        PartView {
            requireNonNull(member);
            cuts = cuts == null ? null : List.copyOf(cuts);
        }
    }

    /** What a limit left. */
    @Schema(name = "PointsWhyCut")
    record CutView(
            @Schema(required = true, description = "cap/…, rule/… or budget/…", examples = "cap/daily-20")
            String by,

            @Schema(required = true, examples = "12") long left) {
        CutView {
            requireNonNull(by);
        }
    }

    /** The event as it stands on its topic; only the id, where it is not there any more. */
    @Schema(name = "PointsWhyEvent")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EventView(
            @Schema(required = true, examples = "m-1") String id,

            @Schema(description = "topic/partition/offset", examples = "hearth.engagement/3/1024") @Nullable
            String position,

            @Nullable String type,
            @Nullable Instant time,

            @Schema(description = "what the event says") @Nullable
            Map<String, Object> data) {
        EventView {
            requireNonNull(id);
        }
    }
}
