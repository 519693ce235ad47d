package dev.hearth.contract.setting;

import dev.hearth.contract.Contract;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A document by which a community configures its figures, or that they are made of: a goal, a named window, a journal
 * mark, a money entry, weights. Compacted; key {@code community/kind/id}; a tombstone once it was taken away.
 *
 * @param kind which documents it is one of: {@code goal}, {@code window}, {@code journal-mark}, {@code money-entry},
 *     {@code contribution-weights}, {@code health-settings}, {@code target-audience}; there may be more
 * @param id its id among them; {@code only} where a community has one
 * @param value what was said; its properties are those of the kind
 * @param changedAt when it was changed last
 * @param changedBy who changed it last: the subject of a token
 * @param version grows with every change
 */
@Contract(type = "dev.hearth.setting.setting-state.v1", topic = "hearth.setting-state")
public record SettingState(
        String kind, String id, Map<String, Object> value, Instant changedAt, String changedBy, long version) {
    public SettingState {
        // In the order in which it was said.
        value = Collections.unmodifiableMap(new LinkedHashMap<>(value));
    }
}
