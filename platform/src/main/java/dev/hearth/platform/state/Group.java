package dev.hearth.platform.state;

import dev.hearth.contract.member.GroupState;
import java.time.ZoneId;
import java.util.Optional;

/**
 * A group as other services know it.
 *
 * @param community the community it belongs to
 * @param id the group's id
 * @param name display name
 * @param ownZone whose days are the group's, where that is not the community's
 * @param owner the member who owns the group, where one does
 */
public record Group(String community, String id, String name, Optional<ZoneId> ownZone, Optional<String> owner)
        implements Place {
    static Group of(GroupState state) {
        return new Group(
                state.community(),
                state.groupId(),
                state.name(),
                Optional.ofNullable(state.zone()).map(ZoneId::of),
                Optional.ofNullable(state.owner()));
    }
}
