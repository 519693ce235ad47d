package dev.hearth.member.group;

import dev.hearth.platform.problem.Check;
import jakarta.persistence.Embeddable;
import org.jspecify.annotations.Nullable;

/**
 * What a group shows of itself.
 *
 * @param name display name, 1 to 200 characters
 * @param zone IANA time zone of its days, where it differs from the community's
 * @param owner the member who owns the group (群主); need not be known yet
 */
@Embeddable
record Signboard(
        String name, @Nullable String zone, @Nullable String owner) {
    static final int MAX_NAME = 200;

    Signboard {
        name = Check.text("/name", name, MAX_NAME);
        if (zone != null) {
            zone = Check.zone("/zone", zone);
        }
        if (owner != null) {
            owner = Check.identifier("/owner", owner);
        }
    }
}
