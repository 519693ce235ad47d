package dev.hearth.member.community;

import dev.hearth.contract.member.JoinMode;
import dev.hearth.platform.problem.Check;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;

/**
 * What a community is.
 *
 * @param name display name, 1 to 200 characters
 * @param purpose what it is for (社群定位), at most 2,000 characters
 * @param zone IANA time zone of its days
 * @param joinMode how members come in
 */
@Embeddable
record Charter(
        String name,
        String purpose,
        String zone,
        @Enumerated(EnumType.STRING) JoinMode joinMode) {
    static final int MAX_NAME = 200;
    static final int MAX_PURPOSE = 2000;

    Charter {
        name = Check.text("/name", name, MAX_NAME);
        purpose = Check.present("/purpose", Check.optionalText("/purpose", purpose, MAX_PURPOSE));
        zone = Check.zone("/zone", zone);
    }
}
