package dev.hearth.analytics.setting;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A setting as it is kept, for a while also when it was taken away: so that all learn of it, and none brings it back.
 *
 * @param key which one
 * @param version 1 or more
 * @param changedAt when it was changed last, in whole milliseconds
 * @param changedBy who changed it last
 * @param json what was said; null once it was taken away
 */
record KeptSetting(
        Key key,
        long version,
        Instant changedAt,
        String changedBy,
        @Nullable String json) {
    boolean isTakenAway() {
        return json == null;
    }

    /**
     * Which setting.
     *
     * @param kind which documents it is one of
     * @param community whose it is
     * @param id its id among them
     */
    record Key(String kind, String community, String id) {
        /** No part of it has a slash. */
        String text() {
            return kind + "/" + community + "/" + id;
        }

        static Key of(String text) {
            String[] parts = text.split("/", 3);
            return new Key(parts[0], parts[1], parts[2]);
        }
    }
}
