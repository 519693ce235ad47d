package dev.hearth.incentive.earning;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.accrual.Award;
import dev.hearth.incentive.accrual.Credit;
import dev.hearth.incentive.accrual.Fault;
import dev.hearth.incentive.accrual.Refusal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What an event would earn. */
@Schema(name = "EarningSimulation")
record SimulationView(
        @Schema(description = "what would be paid, in the order of the rules")
        List<AwardView> awards,

        @Schema(description = "rules that could not be evaluated")
        List<FaultView> faults,

        @Schema(description = "what campaigns would not pay")
        List<FaultView> refusals) {
    SimulationView {
        awards = List.copyOf(awards);
        faults = List.copyOf(faults);
        refusals = List.copyOf(refusals);
    }

    /** What one rule would pay. */
    @Schema(name = "SimulatedAward")
    record AwardView(
            String rule,
            int version,
            String currency,

            @Schema(description = "what the event is worth by the rule")
            long base,

            List<PartView> parts) {}

    /** What one member would get. */
    @Schema(name = "SimulatedPart")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record PartView(
            String memberId,

            @Schema(description = "the member's share of the base")
            long share,

            @Schema(description = "after the tier's multiplier")
            long multiplied,

            @Schema(description = "what limits took, in order") @Nullable
            List<CutView> cuts,

            @Schema(description = "what would be paid; negative would be taken")
            long points) {}

    /** What a limit left. */
    @Schema(name = "SimulatedCut")
    record CutView(@Schema(examples = "cap/daily-20") String by, long left) {}

    /** Why a rule would pay nothing. */
    @Schema(name = "SimulatedFault")
    record FaultView(String rule, int version, String cause) {}

    /** @param rule of which alone to tell; null for all */
    static SimulationView of(Earning.Trial trial, @Nullable String rule) {
        return new SimulationView(
                trial.settlement().awards().stream()
                        .filter(award -> isOf(award.claim().rule().id(), rule))
                        .map(SimulationView::award)
                        .toList(),
                trial.faults().stream()
                        .filter(fault -> isOf(fault.rule().id(), rule))
                        .map(SimulationView::fault)
                        .toList(),
                trial.settlement().refused().stream()
                        .filter(refusal -> isOf(refusal.claim().rule().id(), rule))
                        .map(SimulationView::refusal)
                        .toList());
    }

    private static boolean isOf(String id, @Nullable String rule) {
        return rule == null || rule.equals(id);
    }

    private static AwardView award(Award award) {
        return new AwardView(
                award.claim().rule().id(),
                award.claim().rule().version(),
                award.claim().rule().currency(),
                award.claim().base(),
                award.credits().stream().map(SimulationView::part).toList());
    }

    private static PartView part(Credit credit) {
        List<CutView> cuts = credit.cuts().stream()
                .map(cut -> new CutView(cut.by(), cut.left()))
                .toList();
        return new PartView(
                credit.member(), credit.share(), credit.multiplied(), cuts.isEmpty() ? null : cuts, credit.points());
    }

    private static FaultView fault(Fault fault) {
        return new FaultView(fault.rule().id(), fault.rule().version(), fault.cause());
    }

    private static FaultView refusal(Refusal refusal) {
        return new FaultView(refusal.claim().rule().id(), refusal.claim().rule().version(), refusal.cause());
    }
}
