package dev.hearth.contract.member;

import dev.hearth.contract.Contract;
import org.jspecify.annotations.Nullable;

/**
 * The whole public state of a group (群). Compacted; key {@code community/group}.
 *
 * @param community the community it belongs to
 * @param groupId the group's id, unique in the community
 * @param name display name
 * @param zone IANA time zone of the group's days, where it differs from the community's
 * @param owner the member who owns the group (群主), where one does
 * @param version grows with every change
 */
@Contract(type = "dev.hearth.member.group-state.v1", topic = "hearth.community-state")
public record GroupState(
        String community,
        String groupId,
        String name,
        @Nullable String zone,
        @Nullable String owner,
        long version) {}
