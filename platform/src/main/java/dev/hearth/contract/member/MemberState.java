package dev.hearth.contract.member;

import dev.hearth.contract.Contract;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The whole public state of a member. Compacted; key {@code community/member}; a tombstone after erasure.
 *
 * @param community the community's id
 * @param memberId the member's id, unique in the community
 * @param status where the member stands
 * @param level the member's level, 0 upwards
 * @param groups ids of the groups the member is in
 * @param tags the member's tags
 * @param zone IANA time zone of the member, where known
 * @param planted whether the account is run by operators (托儿) and left out of every metric
 * @param version grows with every change
 */
@Contract(type = "dev.hearth.member.member-state.v1", topic = "hearth.member-state")
public record MemberState(
        String community,
        String memberId,
        MemberStatus status,
        int level,
        Set<String> groups,
        Set<String> tags,
        @Nullable String zone,
        boolean planted,
        long version) {
    public MemberState {
        groups = Set.copyOf(groups);
        tags = Set.copyOf(tags);
    }
}
