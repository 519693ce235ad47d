package dev.hearth.platform.state;

import dev.hearth.contract.member.CommunityState;
import java.time.ZoneId;

/**
 * A community as other services know it.
 *
 * @param id the community's id
 * @param name display name
 * @param zone whose days are the community's
 */
public record Community(String id, String name, ZoneId zone) implements Place {
    static Community of(CommunityState state) {
        return new Community(state.community(), state.name(), ZoneId.of(state.zone()));
    }
}
