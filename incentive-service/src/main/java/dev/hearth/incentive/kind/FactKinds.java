package dev.hearth.incentive.kind;

import dev.hearth.contract.member.GroupJoined;
import dev.hearth.contract.member.GroupLeft;
import dev.hearth.contract.member.MemberJoined;
import dev.hearth.contract.member.MemberLeft;
import dev.hearth.contract.member.MemberLevelChanged;
import dev.hearth.contract.member.MemberProfileChanged;
import dev.hearth.contract.member.MemberStatusChanged;
import dev.hearth.contract.member.MemberTagged;
import dev.hearth.platform.event.CloudEvent;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The kinds of the facts on hearth.member and hearth.signal: {@code dev.hearth.member.joined.v1} is member.joined. */
final class FactKinds {
    private static final Set<String> MEMBER = Stream.of(
                    MemberJoined.class,
                    MemberLeft.class,
                    MemberStatusChanged.class,
                    MemberTagged.class,
                    MemberLevelChanged.class,
                    MemberProfileChanged.class,
                    GroupJoined.class,
                    GroupLeft.class)
            .map(fact -> CloudEvent.contractOf(fact).type())
            .map(type -> type.replaceFirst("^dev\\.hearth\\.", "").replaceFirst("\\.v\\d+$", ""))
            .collect(Collectors.toUnmodifiableSet());
    /** Which signals there are is not in the contract: any may be named. */
    private static final Pattern SIGNAL = Pattern.compile("signal\\.[a-z0-9-]+");

    private FactKinds() {}

    static boolean has(String kind) {
        return MEMBER.contains(kind) || SIGNAL.matcher(kind).matches();
    }

    static Set<String> ofMembers() {
        return MEMBER;
    }
}
