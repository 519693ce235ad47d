package dev.hearth.platform.identity;

import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who calls, as the token says.
 *
 * @param subject the token's {@code sub}
 * @param scopes what it may do
 * @param communities ids of the communities it may do that in, or {@code *} for all
 * @param member set on a member's own token: it acts only for that member
 */
public record Caller(
        String subject,
        Set<String> scopes,
        Set<String> communities,
        @Nullable String member) {
    private static final String ALL = "*";

    public Caller {
        scopes = Set.copyOf(scopes);
        communities = Set.copyOf(communities);
    }

    public boolean has(Scope scope) {
        return scopes.contains(scope.claim());
    }

    public boolean mayActIn(String community) {
        return communities.contains(ALL) || communities.contains(community);
    }

    /** Whether the caller may act in every community. */
    public boolean mayActEverywhere() {
        return communities.contains(ALL);
    }

    public boolean mayActFor(String memberId) {
        return member == null || member.equals(memberId);
    }

    /** Refuses a member's token that would act for another member. */
    public void requireMember(String memberId) {
        if (!mayActFor(memberId)) {
            throw new ProblemException(
                    RequestProblem.FORBIDDEN, "a member's token acts only for that member, not for " + memberId);
        }
    }
}
