package dev.hearth.incentive.earning;

import dev.hearth.incentive.accrual.MemberKey;
import dev.hearth.incentive.accrual.Rank;
import dev.hearth.incentive.rule.Book;
import java.util.List;
import java.util.Map;

/**
 * The rules that a batch meets.
 *
 * @param books by community; one without rules is not there
 * @param ranks of who acts, where a condition asks for their tiers
 */
record RulesInForce(Map<String, Book> books, Map<MemberKey, Rank> ranks, Surroundings surroundings) {
    /** What was told, as rules look at it. */
    List<Deed> deeds(List<Telling> told) {
        return told.stream()
                .map(one -> {
                    Rank rank = ranks.get(new MemberKey(one.event().community(), one.member()));
                    return surroundings.deed(one, rank == null ? null : rank.tier());
                })
                .toList();
    }
}
