package dev.hearth.analytics.population;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hearth.analytics.activity.Audience;
import dev.hearth.contract.member.MemberStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;

class CommunityMembersTest {
    private static final MemberFilter VIPS = new MemberFilter(Set.of("vip"), 0, 1000, Planted.EXCLUDED);

    private final CommunityMembers members = new CommunityMembers();

    /** What a member becomes; null is forgotten. */
    record Change(String member, @Nullable Standing now) {}

    @Property
    void namesWhomAScanOfAllMembersNames(
            @ForAll("changes") List<Change> changes, @ForAll("filters") MemberFilter filter) {
        CommunityMembers members = new CommunityMembers();
        Map<String, Standing> known = new HashMap<>();
        for (Change change : changes) {
            members.change(change.member(), known.get(change.member()), change.now());
            if (change.now() == null) {
                known.remove(change.member());
            } else {
                known.put(change.member(), change.now());
            }
        }
        Set<String> expected = known.entrySet().stream()
                .filter(each -> isTaken(filter, each.getValue()))
                .map(Map.Entry::getKey)
                .collect(Collectors.toSet());
        assertThat(members.members(filter)).isEqualTo(expected);
        assertThat(members.size(filter)).isEqualTo(expected.size());
        assertThat(members.inGroup("north"))
                .isEqualTo(known.entrySet().stream()
                        .filter(each -> each.getValue().groups().contains("north")
                                && each.getValue().status() == MemberStatus.ACTIVE
                                && !each.getValue().planted())
                        .map(Map.Entry::getKey)
                        .collect(Collectors.toSet()));
    }

    @Example
    void keepsTheAudienceWhileItNamesTheSameMembers() {
        members.change("ann", null, member(1, Set.of("vip"), false));
        Audience first = members.audience(VIPS);

        members.change("ann", member(1, Set.of("vip"), false), member(7, Set.of("vip", "new"), false));
        members.change("bob", null, member(1, Set.of(), false));
        assertThat(members.audience(VIPS)).isSameAs(first);

        members.change("bob", member(1, Set.of(), false), member(1, Set.of("vip"), false));
        assertThat(members.audience(VIPS)).isNotSameAs(first);
    }

    @Example
    void makesANewAudienceWhenSomebodyIsPlanted() {
        Audience first = members.audience(MemberFilter.REAL);
        members.change("bot", null, member(1, Set.of(), true));
        Audience second = members.audience(MemberFilter.REAL);
        assertThat(second).isNotSameAs(first);
        assertThat(members.audience(MemberFilter.REAL)).isSameAs(second);
    }

    /** The number of an erased member goes to the next one, who is another. */
    @Example
    void doesNotTakeANewMemberForAnErasedOne() {
        Standing vip = member(1, Set.of("vip"), false);
        members.change("ann", null, vip);
        Audience first = members.audience(VIPS);
        members.change("ann", vip, null);
        members.change("bob", null, vip);
        assertThat(members.audience(VIPS)).isNotSameAs(first);
        assertThat(members.members(VIPS)).containsExactly("bob");
    }

    private static boolean isTaken(MemberFilter filter, Standing member) {
        boolean byPlanted = switch (filter.planted()) {
            case EXCLUDED -> !member.planted();
            case INCLUDED -> true;
            case ONLY -> member.planted();
        };
        return byPlanted
                && member.tags().containsAll(filter.tags())
                && member.level() >= filter.minLevel()
                && member.level() <= filter.maxLevel();
    }

    @Provide
    Arbitrary<List<Change>> changes() {
        Arbitrary<String> names = Arbitraries.of("ann", "bob", "cid", "dan", "eve");
        return Combinators.combine(names, standings().injectNull(0.2))
                .as(Change::new)
                .list()
                .ofMaxSize(30);
    }

    @Provide
    Arbitrary<MemberFilter> filters() {
        return Combinators.combine(
                        tags(),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(1, 2, 3, 1000),
                        Arbitraries.of(Planted.class))
                .as(MemberFilter::new);
    }

    private static Arbitrary<Standing> standings() {
        return Combinators.combine(
                        Arbitraries.of(MemberStatus.class),
                        Arbitraries.integers().between(0, 4),
                        tags(),
                        Arbitraries.of("north", "south").set().ofMaxSize(2),
                        Arbitraries.of(true, false))
                .as(Standing::new);
    }

    private static Arbitrary<Set<String>> tags() {
        return Arbitraries.of("vip", "new", "old").set().ofMaxSize(3);
    }

    private static Standing member(int level, Set<String> tags, boolean planted) {
        return new Standing(MemberStatus.ACTIVE, level, tags, Set.of(), planted);
    }
}
