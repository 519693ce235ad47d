package dev.hearth.analytics.health.pulse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * What was asked where, and whether anything answered it in time. Questions and answers meet by hash, since who asks
 * and who answers are mostly in different partitions, and either may be heard of first.
 */
final class Questions {
    private final Map<String, Map<Long, Question>> byGroup = new HashMap<>();
    private final FirstTimes answers = new FirstTimes();

    /** @param target the hash of what names the question, 0 if only the act's own id does */
    void ask(String group, long id, long target, int day, long at) {
        byGroup.computeIfAbsent(group, first -> new HashMap<>()).put(id, new Question(id, target, day, at));
    }

    void answer(long target, long at) {
        answers.put(target, at);
    }

    /**
     * How the questions of some days fared.
     *
     * @param now questions whose time is not over by then count only if they were answered
     * @param patience milliseconds in which an answer counts
     */
    Asked fared(String group, int firstDay, int lastDay, long now, long patience) {
        long asked = 0;
        long unanswered = 0;
        Set<Long> named = new HashSet<>();
        for (Question question : byGroup.getOrDefault(group, Map.of()).values()) {
            if (question.day < firstDay || question.day > lastDay || !named.add(question.name())) {
                continue;
            }
            boolean answered = answeredAt(question) - question.at <= patience;
            boolean due = question.at + patience <= now;
            asked += answered || due ? 1 : 0;
            unanswered += !answered && due ? 1 : 0;
        }
        return new Asked(asked, unanswered);
    }

    private long answeredAt(Question question) {
        long byId = answers.of(question.id);
        return question.target == 0 ? byId : Math.min(byId, answers.of(question.target));
    }

    /**
     * @param asked questions that were answered in time or can no longer be
     * @param unanswered those of them that were not
     */
    record Asked(long asked, long unanswered) {}

    private record Question(long id, long target, int day, long at) {
        /** Asked again, it is the same question. */
        long name() {
            return target == 0 ? id : target;
        }
    }
}
