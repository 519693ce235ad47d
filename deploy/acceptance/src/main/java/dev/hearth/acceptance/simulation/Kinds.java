package dev.hearth.acceptance.simulation;

import java.util.Map;

/** The kinds that a simulated community declares itself; all others are standard. */
public final class Kinds {
    /** By name: what it says. */
    public static final Map<String, String> DECLARED = Map.of(
            "ad.posted", "Posted an advertisement",
            "off-topic.posted", "Posted something beside the group's topic",
            "survey.sent", "Was asked in a survey; target: the survey",
            "csat.rated", "Rated a purchase; target: the order; value: 1 to 5");

    static final String MESSAGE = "message.posted";
    static final String QUESTION = "question.asked";

    private Kinds() {}

    /** What is done in a visit, as far as nothing else has a say. */
    static String usual(Chance chance) {
        int drawn = chance.below(100);
        if (drawn < 32) {
            return "content.viewed";
        }
        if (drawn < 55) {
            return MESSAGE;
        }
        if (drawn < 70) {
            return "reaction.added";
        }
        if (drawn < 80) {
            return "reply.posted";
        }
        return rare(chance);
    }

    private static String rare(Chance chance) {
        int drawn = chance.below(20);
        return switch (drawn) {
            case 0, 1, 2 -> QUESTION;
            case 3, 4, 5, 6 -> "comment.posted";
            case 7, 8, 9 -> "vote.cast";
            case 10, 11 -> "mention.made";
            case 12, 13 -> "content.saved";
            case 14 -> "content.shared";
            case 15 -> "content.published";
            case 16, 17 -> "check-in.made";
            default -> "purchase.made";
        };
    }

    /** What is posted instead of a message where the group is full of advertisements. */
    static String spam(Chance chance) {
        return chance.happens(0.6) ? "ad.posted" : "off-topic.posted";
    }
}
