package dev.hearth.incentive.responsibility;

import dev.hearth.incentive.campaign.IsoCurrency;
import dev.hearth.incentive.campaign.Moment;
import dev.hearth.platform.problem.Check;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A fault to be decided on. */
@Schema(name = "TellFault", examples = """
        {"incident": "incident-7", "rule": "default", "penalty": {"points": 101, "currency": "points"},
         "manager": "ada", "lead": "ada", "person": "ada",
         "discovery": {"source": "MEMBER_COMPLAINT", "at": "2026-03-02T10:00:00Z"},
         "report": {"by": "ada", "at": "2026-03-02T09:30:00Z"}}""")
record TellFault(
        @Schema(required = true, description = "the incident's reference", examples = "incident-7") @Nullable
        String incident,

        @Schema(required = true, description = "the rule that decides", examples = "default") @Nullable
        String rule,

        @Schema(required = true) @Nullable PenaltyWanted penalty,

        @Schema(required = true, description = "the member who has the manager's share") @Nullable
        String manager,

        @Schema(required = true, description = "the member who has the lead's share") @Nullable
        String lead,

        @Schema(required = true, description = "the member who has the person's share") @Nullable
        String person,

        @Schema(required = true) @Nullable DiscoveryTold discovery,

        @Schema(description = "who reported it first, if somebody did") @Nullable
        ReportTold report) {
    private static final long MAX = 1_000_000_000_000L;

    /** What the fault costs: points of a currency, or money. */
    @Schema(name = "PenaltyWanted")
    record PenaltyWanted(
            @Schema(description = "taken through the ledger; uncovered points are owed", minimum = "1") @Nullable
            Long points,

            @Schema(description = "minor units, only recorded", minimum = "1") @Nullable
            Long money,

            @Schema(required = true, description = "the points' currency, or the money's ISO 4217 code") @Nullable
            String currency) {
        ResponsibilityCase.Penalty checked() {
            if (points != null && money == null) {
                return new ResponsibilityCase.Penalty(
                        true,
                        Check.identifier("/penalty/currency", currency),
                        Check.range("/penalty/points", points, 1, MAX));
            }
            if (money != null && points == null) {
                return new ResponsibilityCase.Penalty(
                        false,
                        IsoCurrency.check("/penalty/currency", currency),
                        Check.range("/penalty/money", money, 1, MAX));
            }
            throw Check.refused("/penalty", "must have either points or money");
        }
    }

    /** How the fault came out. */
    @Schema(name = "DiscoveryTold")
    record DiscoveryTold(
            @Schema(required = true) Discovery.@Nullable Source source,

            @Schema(required = true) @Nullable Instant at) {
        Discovery checked() {
            return new Discovery(Check.present("/discovery/source", source), Moment.check("/discovery/at", at));
        }
    }

    /** Somebody's own report. */
    @Schema(name = "ReportTold")
    record ReportTold(
            @Schema(required = true, description = "a member") @Nullable
            String by,

            @Schema(required = true) @Nullable Instant at) {
        Report checked() {
            return new Report(Check.identifier("/report/by", by), Moment.check("/report/at", at));
        }
    }

    ResponsibilityCase.Fault fault(String community, Instant now) {
        ResponsibilityCase.Fault fault = new ResponsibilityCase.Fault(
                community,
                Check.identifier("/incident", incident),
                Check.identifier("/rule", rule),
                Check.present("/penalty", penalty).checked(),
                Check.present("/discovery", discovery).checked(),
                report == null ? null : report.checked());
        if (fault.discovery().at().isAfter(now)) {
            throw Check.refused("/discovery/at", "is in the future");
        }
        return fault;
    }

    Map<Role, String> members() {
        Map<Role, String> members = new EnumMap<>(Role.class);
        members.put(Role.MANAGER, Check.identifier("/manager", manager));
        members.put(Role.LEAD, Check.identifier("/lead", lead));
        members.put(Role.PERSON, Check.identifier("/person", person));
        return members;
    }
}
