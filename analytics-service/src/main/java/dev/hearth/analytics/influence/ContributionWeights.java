package dev.hearth.analytics.influence;

import dev.hearth.analytics.setting.AllSettings;
import dev.hearth.analytics.setting.Settings;
import dev.hearth.contract.engagement.StandardEventKind;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;

/** How much events of each kind contribute to a community: as it said, else as usual. */
@ApplicationScoped
public class ContributionWeights {
    /** What gives others something weighs more than what takes; looking on weighs nothing. */
    static final Map<String, Long> USUAL = Map.ofEntries(
            weight(StandardEventKind.MESSAGE_POSTED, 1),
            weight(StandardEventKind.REPLY_POSTED, 2),
            weight(StandardEventKind.REACTION_ADDED, 1),
            weight(StandardEventKind.TOPIC_STARTED, 3),
            weight(StandardEventKind.COMMENT_POSTED, 2),
            weight(StandardEventKind.CONTENT_PUBLISHED, 5),
            weight(StandardEventKind.CONTENT_SHARED, 2),
            weight(StandardEventKind.QUESTION_ASKED, 2),
            weight(StandardEventKind.ANSWER_POSTED, 4),
            weight(StandardEventKind.ANSWER_ACCEPTED, 5),
            weight(StandardEventKind.ACTIVITY_ATTENDED, 3),
            weight(StandardEventKind.REFERRAL_COMPLETED, 5),
            weight(StandardEventKind.FEEDBACK_GIVEN, 2));

    private final Settings<ContributionSetting> said;

    ContributionWeights(AllSettings all) {
        this.said = all.of("contribution-weights", ContributionSetting.class);
    }

    /** By kind; kinds that are not there weigh nothing. */
    public Map<String, Long> of(String community) {
        return said.find(community).map(found -> found.value().weights()).orElse(USUAL);
    }

    Settings<ContributionSetting> said() {
        return said;
    }

    private static Map.Entry<String, Long> weight(StandardEventKind kind, long weight) {
        return Map.entry(kind.id(), weight);
    }
}
