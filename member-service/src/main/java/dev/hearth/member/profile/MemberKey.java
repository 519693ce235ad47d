package dev.hearth.member.profile;

import dev.hearth.member.community.CommunityId;
import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;

/** A member's primary key. */
@Embeddable
record MemberKey(
        String community, @Column(name = "member_id") String memberId) {
    static MemberKey of(CommunityId community, MemberId member) {
        return new MemberKey(community.value(), member.value());
    }

    CommunityId communityId() {
        return new CommunityId(community);
    }
}
