package dev.hearth.acceptance.replay;

import java.util.Map;

/** The suite's names for the kinds that files usually call otherwise. */
final class Kinds {
    private static final Map<String, String> STANDARD = Map.ofEntries(
            Map.entry("message", "message.posted"),
            Map.entry("reply", "reply.posted"),
            Map.entry("question", "question.asked"),
            Map.entry("answer", "answer.posted"),
            Map.entry("comment", "comment.posted"),
            Map.entry("reaction", "reaction.added"),
            Map.entry("like", "reaction.added"),
            Map.entry("view", "content.viewed"),
            Map.entry("purchase", "purchase.made"));

    private Kinds() {}

    /** The suite's name; a kind that is not well known keeps its own. */
    static String named(String kind) {
        return STANDARD.getOrDefault(kind, kind);
    }
}
