package dev.hearth.analytics.setting;

import java.time.Instant;

/**
 * A setting as it is kept.
 *
 * @param key which one
 * @param version 1 or more
 * @param changedAt when it was changed last, in whole milliseconds
 * @param changedBy who changed it last
 * @param json what was said
 */
record KeptSetting(Key key, long version, Instant changedAt, String changedBy, String json) {
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
