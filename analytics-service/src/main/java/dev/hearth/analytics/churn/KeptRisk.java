package dev.hearth.analytics.churn;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What was last told of a member's risk.
 *
 * @param community the member's community
 * @param member who
 * @param version one more with each change
 * @param band the band that was decided on last
 * @param at when it was: names the event, so that it is the same event when it is sent again
 * @param untold the payload that has to be sent, which is forgotten once it was; null for none
 */
record KeptRisk(
        String community,
        String member,
        long version,
        ChurnBand band,
        Instant at,
        @Nullable String untold) {
    static KeptRisk none(String community, String member) {
        return new KeptRisk(community, member, 0, ChurnBand.LOW, Instant.EPOCH, null);
    }

    /** No part has a slash. */
    static String id(String community, String member) {
        return community + "/" + member;
    }

    String id() {
        return id(community, member);
    }

    /** Names the event within the community. */
    String event() {
        return member + "/churn-risk/" + band + "/" + at;
    }

    KeptRisk changed(ChurnBand now, Instant noticed, String payload) {
        return new KeptRisk(community, member, version + 1, now, noticed, payload);
    }

    /** The same, to be told by whoever takes it down so. */
    KeptRisk again() {
        return new KeptRisk(community, member, version + 1, band, at, untold);
    }

    KeptRisk told() {
        return new KeptRisk(community, member, version + 1, band, at, null);
    }
}
