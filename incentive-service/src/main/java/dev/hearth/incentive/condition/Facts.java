package dev.hearth.incentive.condition;

import dev.cel.runtime.CelVariableResolver;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What an expression is about. Put into CEL's terms only where an expression asks, and once for all expressions about
 * the same; so one object belongs to one thread.
 */
public final class Facts implements CelVariableResolver {
    private final @Nullable EventFacts event;
    private final MemberFacts member;
    private final CommunityFacts community;
    private @Nullable Map<String, Object> namedEvent;
    private @Nullable Map<String, Object> namedMember;

    private Facts(@Nullable EventFacts event, MemberFacts member, CommunityFacts community) {
        this.event = event;
        this.member = member;
        this.community = community;
    }

    /** For expressions of {@link Vocabulary#EVENT}. */
    public static Facts of(EventFacts event, MemberFacts member, CommunityFacts community) {
        return new Facts(event, member, community);
    }

    /** For expressions of {@link Vocabulary#MEMBER}. */
    public static Facts of(MemberFacts member, CommunityFacts community) {
        return new Facts(null, member, community);
    }

    @Override
    public Optional<Object> find(String name) {
        return switch (name) {
            case "event" -> Optional.ofNullable(event());
            case "member" -> Optional.of(member());
            case "community" -> Optional.of(community.named());
            default -> Optional.empty();
        };
    }

    private @Nullable Map<String, Object> event() {
        if (namedEvent == null && event != null) {
            namedEvent = event.named();
        }
        return namedEvent;
    }

    private Map<String, Object> member() {
        Map<String, Object> named = namedMember;
        if (named == null) {
            named = member.named();
            namedMember = named;
        }
        return named;
    }
}
