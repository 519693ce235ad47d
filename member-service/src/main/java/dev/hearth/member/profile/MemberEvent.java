package dev.hearth.member.profile;

import dev.hearth.contract.member.MemberStatus;
import dev.hearth.member.group.GroupId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What happened to a member. */
sealed interface MemberEvent {
    /** Came, or came back. */
    record Joined(MemberStatus status, @Nullable String channel) implements MemberEvent {}

    /** Went, or was removed. */
    record Left(@Nullable String reason) implements MemberEvent {}

    /** Was approved, banned or reinstated. */
    record StatusChanged(
            MemberStatus from, MemberStatus to, @Nullable String reason) implements MemberEvent {}

    record GroupJoined(GroupId group) implements MemberEvent {}

    record GroupLeft(GroupId group) implements MemberEvent {}

    record Tagged(List<String> added, List<String> removed) implements MemberEvent {}

    record LevelChanged(int from, int to) implements MemberEvent {}

    /** Other particulars changed; their names only. */
    record ProfileChanged(List<String> fields) implements MemberEvent {}
}
