package dev.hearth.incentive.challenge;

import dev.hearth.incentive.condition.Conditions;
import dev.hearth.incentive.condition.Vocabulary;
import dev.hearth.incentive.definition.DefinitionStatus;
import dev.hearth.incentive.definition.Wanted;
import dev.hearth.incentive.kind.NamedKind;
import dev.hearth.platform.problem.Check;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The whole of a challenge, as the caller wants it. */
@Schema(name = "MakeChallenge", examples = """
        {"title": "Ten messages", "measure": "COUNT", "kinds": ["message.posted"], "stages": [
          {"stage": "five", "target": 5, "points": {"currency": "points", "amount": 10}},
          {"stage": "ten", "target": 10, "points": {"currency": "points", "amount": 30}, "privilege": "tea-room"}]}""")
record MakeChallenge(
        @Schema(required = true, minLength = 1, maxLength = MAX_TITLE) @Nullable
        String title,

        @Schema(
                required = true,
                description = "COUNT: events; SUM: their values; STREAK: the longest run of consecutive local days;"
                        + " FRIENDS: the members who are the events' targets, each once. Never changes.")
        @Nullable
        Measure measure,

        @Schema(required = true, minItems = 1, maxItems = MAX_KINDS, examples = "[\"message.posted\"]") @Nullable
        List<@Nullable String> kinds,

        @Schema(
                description = "CEL over event, member and community: only events for which it holds count",
                maxLength = Conditions.MAX_LENGTH,
                examples = "!member.planted")
        @Nullable
        String condition,

        @Schema(
                description = "FRIENDS only: who leaves within so many days counts no more, and prizes that depended on"
                        + " it are taken back; left out: none",
                minimum = "0",
                maximum = "365")
        @Nullable
        Integer vestingDays,

        @Schema(description = "events that occurred at or after this count; left out: always") @Nullable
        Instant validFrom,

        @Schema(description = "events that occurred before this count; left out: for ever") @Nullable
        Instant validUntil,

        @Schema(required = true, minItems = 1, maxItems = MAX_STAGES, description = "by rising target") @Nullable
        List<@Nullable MakeStage> stages,

        @Schema(description = "left out: ACTIVE") @Nullable DefinitionStatus status) {
    static final int MAX_STAGES = 20;
    private static final int MAX_TITLE = 200;
    private static final int MAX_KINDS = 50;
    private static final int MAX_VESTING = 365;

    Wanted<ChallengeTerms> wanted() {
        Measure measured = Check.present("/measure", measure);
        ChallengeTerms terms = new ChallengeTerms(
                Check.text("/title", title, MAX_TITLE),
                measured,
                checkedKinds(),
                checkedCondition(),
                checkedVesting(measured),
                validFrom,
                checkedEnd(),
                checkedStages());
        return Wanted.of(terms, status);
    }

    /** The kinds that there must be; a challenge that ends needs none. */
    List<NamedKind> namedKinds() {
        return kinds == null || status == DefinitionStatus.RETIRED ? List.of() : NamedKind.listed("/kinds", kinds);
    }

    private SortedSet<String> checkedKinds() {
        List<@Nullable String> given = Check.present("/kinds", kinds);
        if (given.isEmpty() || given.size() > MAX_KINDS) {
            throw Check.refused("/kinds", "has " + given.size() + " kinds, must have 1 to " + MAX_KINDS);
        }
        SortedSet<String> checked = new TreeSet<>();
        for (int i = 0; i < given.size(); i++) {
            if (!checked.add(Check.identifier("/kinds/" + i, given.get(i)))) {
                throw Check.refused("/kinds/" + i, "is there twice");
            }
        }
        return checked;
    }

    private @Nullable String checkedCondition() {
        if (condition != null) {
            var _ = Conditions.compile("/condition", condition, Vocabulary.EVENT);
        }
        return condition;
    }

    private @Nullable Integer checkedVesting(Measure measured) {
        if (vestingDays == null) {
            return null;
        }
        if (measured != Measure.FRIENDS) {
            throw Check.refused("/vestingDays", "is for FRIENDS only; leave it out");
        }
        return Math.toIntExact(Check.range("/vestingDays", vestingDays, 0, MAX_VESTING));
    }

    private @Nullable Instant checkedEnd() {
        if (validFrom != null && validUntil != null && !validFrom.isBefore(validUntil)) {
            throw Check.refused("/validUntil", "is " + validUntil + ", must be after validFrom, " + validFrom);
        }
        return validUntil;
    }

    private List<StageTerms> checkedStages() {
        List<@Nullable MakeStage> given = Check.present("/stages", stages);
        if (given.isEmpty() || given.size() > MAX_STAGES) {
            throw Check.refused("/stages", "has " + given.size() + " stages, must have 1 to " + MAX_STAGES);
        }
        List<StageTerms> checked = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < given.size(); i++) {
            String pointer = "/stages/" + i;
            StageTerms stage = Check.present(pointer, given.get(i)).terms(pointer);
            if (!ids.add(stage.stage())) {
                throw Check.refused(pointer + "/stage", "is there twice");
            }
            if (!checked.isEmpty() && stage.target() <= checked.getLast().target()) {
                throw Check.refused(
                        pointer + "/target",
                        "is " + stage.target() + ", must be above the stage's before it, "
                                + checked.getLast().target());
            }
            checked.add(stage);
        }
        return checked;
    }
}
