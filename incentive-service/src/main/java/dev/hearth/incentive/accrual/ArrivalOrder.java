package dev.hearth.incentive.accrual;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Tells what a replay cannot know that takes each partition of a topic in its order, but puts partitions together by
 * time: who came first where two partitions raced for the same. A member's engagement events are in one partition, and
 * so are those of hearth.member; in what order events of both, or of several members, were applied is not kept.
 */
public final class ArrivalOrder {
    private static final Set<String> OTHER_TOPICS = Set.of("member", "signal");

    private ArrivalOrder() {}

    /**
     * Why a replay may differ from what came or will come, a sentence each; none if it cannot. With everybody's tier as
     * it is.
     *
     * @param rules all of one community that are in force together
     */
    public static List<String> doubts(List<Rule> rules) {
        Set<String> doubts = new TreeSet<>();
        for (Rule rule : rules) {
            boolean inOrder = rulesMet(rule, rules).stream().allMatch(ArrivalOrder::isInOrder);
            CapOrder.arrival(rule, rules).stream()
                    .filter(reason -> !inOrder || isOfSeveralMembers(rule))
                    .forEach(reason -> doubts.add(rule.id() + ": " + reason));
            if (!inOrder) {
                rule.caps().stream()
                        .filter(cap -> cap.window() != Cap.Window.DAY)
                        .forEach(cap -> doubts.add(rule.id() + ": the cap " + cap.key() + " over more than a day"
                                + " goes to the days that come first"));
            }
        }
        return List.copyOf(doubts);
    }

    /** This one, and those that take from it or leave to it. */
    private static List<Rule> rulesMet(Rule rule, List<Rule> all) {
        return all.stream().filter(other -> meets(rule, other)).toList();
    }

    private static boolean meets(Rule rule, Rule other) {
        String group = rule.stacking().exclusive();
        return rule.equals(other)
                || (group != null && group.equals(other.stacking().exclusive()))
                || rule.caps().stream()
                        .anyMatch(cap -> other.caps().stream()
                                .anyMatch(same -> same.key().equals(cap.key())));
    }

    /** Whether all that decides on a member's points comes in the order of one partition. */
    private static boolean isInOrder(Rule rule) {
        return rule.pay().shares().equals(Share.ALL_FOR_THE_ACTOR)
                && rule.trigger().kinds().stream().noneMatch(ArrivalOrder::isOfAnotherTopic);
    }

    private static boolean isOfSeveralMembers(Rule rule) {
        return rule.pay().budget() != null || rule.caps().stream().anyMatch(cap -> cap.scope() != Cap.Scope.MEMBER);
    }

    private static boolean isOfAnotherTopic(String kind) {
        int dot = kind.indexOf('.');
        return dot > 0 && OTHER_TOPICS.contains(kind.substring(0, dot));
    }
}
