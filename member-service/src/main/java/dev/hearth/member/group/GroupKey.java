package dev.hearth.member.group;

import dev.hearth.member.community.CommunityId;
import jakarta.persistence.Embeddable;

/** A group's primary key. */
@Embeddable
record GroupKey(String community, String groupId) {
    static GroupKey of(CommunityId community, GroupId group) {
        return new GroupKey(community.value(), group.value());
    }
}
