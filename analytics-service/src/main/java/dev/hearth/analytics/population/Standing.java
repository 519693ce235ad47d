package dev.hearth.analytics.population;

import dev.hearth.contract.member.MemberState;
import dev.hearth.contract.member.MemberStatus;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a member is now.
 *
 * @param status where the member stands
 * @param level 0 or more
 * @param tags the member's tags
 * @param groups the groups the member is in
 * @param planted whether operators run the account (托儿)
 */
public record Standing(MemberStatus status, int level, Set<String> tags, Set<String> groups, boolean planted) {
    public Standing {
        tags = Set.copyOf(tags);
        groups = Set.copyOf(groups);
    }

    /** Tags and groups are few and members many: each text is kept once. */
    static Standing of(MemberState state) {
        return new Standing(state.status(), state.level(), once(state.tags()), once(state.groups()), state.planted());
    }

    Set<Trait> traits() {
        Set<Trait> traits = new HashSet<>();
        traits.add(new Trait.Level(level));
        traits.add(new Trait.Status(status));
        tags.forEach(tag -> traits.add(new Trait.Tag(tag)));
        groups.forEach(group -> traits.add(new Trait.Group(group)));
        if (planted) {
            traits.add(Trait.PLANTED);
        }
        return traits;
    }

    private static Set<String> once(Set<String> texts) {
        return texts.stream().map(String::intern).collect(Collectors.toUnmodifiableSet());
    }
}
