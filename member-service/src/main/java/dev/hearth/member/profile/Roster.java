package dev.hearth.member.profile;

import dev.hearth.member.community.Establishment;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;

/** Reads members. */
@ApplicationScoped
class Roster {
    private final Members members;
    private final Establishment communities;

    Roster(Members members, Establishment communities) {
        this.members = members;
        this.communities = communities;
    }

    @WithSession
    Uni<Member> get(MemberKey key) {
        return communities.get(key.communityId()).chain(() -> members.get(key));
    }

    @WithSession
    Uni<Page<Member>> page(Members.Selection selection, Paging paging) {
        int limit = paging.limit();
        return communities
                .get(selection.community())
                .chain(() -> members.page(selection, paging.after(), limit + 1))
                .map(rows -> Page.of(rows, limit, member -> member.key().memberId()));
    }
}
