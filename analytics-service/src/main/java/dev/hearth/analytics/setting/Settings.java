package dev.hearth.analytics.setting;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * The documents of one kind that communities put to configure their figures. Reading is from memory, at once, and gives
 * the same object as long as the document is the same; a change is in the store when it is answered, in this replica at
 * once and in others within a second. A resource uses it so:
 *
 * <pre>{@code
 * WeightResource(AllSettings all) {
 *     this.weights = all.of("contribution-weights", Weights.class);
 * }
 *
 * public Uni<RestResponse<WeightsView>> put(…, WeighKinds body, @BeanParam IfMatch ifMatch, UriInfo uri) {
 *     return weights.put(community, Settings.ONLY, Check.present("", body).weights(), ifMatch)
 *             .map(put -> Put.answer(put.map(WeightsView::of), uri.getAbsolutePath()));
 * }
 *
 * public RestResponse<WeightsView> get(…) {
 *     return Put.answer(WeightsView.of(weights.get(community, Settings.ONLY)));
 * }
 * }</pre>
 *
 * where the view is {@link dev.hearth.platform.resource.Versioned} with the setting's version.
 *
 * @param <T> what a document says: a record that validates itself, with {@code Check} where it is a body
 */
public final class Settings<T extends Record> {
    /** The id where a community has one document of the kind. */
    public static final String ONLY = "only";

    /** Documents of a kind that a community may have. */
    public static final int MAX = 1000;

    private final AllSettings all;
    private final ObjectMapper json;
    private final String kind;
    private final Class<T> type;
    private final ConcurrentMap<KeptSetting.Key, Decoded<T>> decoded = new ConcurrentHashMap<>();

    Settings(AllSettings all, ObjectMapper json, String kind, Class<T> type) {
        this.all = all;
        // Without nulls, as the topic has it: what comes back from there is the same text.
        this.json = json.copy()
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .setDefaultPropertyInclusion(JsonInclude.Include.NON_NULL);
        this.kind = kind;
        this.type = type;
    }

    /** The document, if the community has put it; fails with 503 until the settings have been read once. */
    public Optional<Setting<T>> find(String community, String id) {
        return Optional.ofNullable(all.of(kind, community).get(id)).map(this::setting);
    }

    /** The one document of a community, where it has one. */
    public Optional<Setting<T>> find(String community) {
        return find(community, ONLY);
    }

    /** Fails with 404 if the community has not put it. */
    public Setting<T> get(String community, String id) {
        return find(community, id).orElseThrow(() -> unknown(kind, id));
    }

    /** All that the community has put, by id: at most {@link #MAX}. */
    public List<Setting<T>> all(String community) {
        return all.of(kind, community).values().stream().map(this::setting).toList();
    }

    /** A page of what the community has put, by id. */
    public Page<Setting<T>> page(String community, Paging paging) {
        return Page.of(
                all.of(kind, community).tailMap(paging.after(), false).values().stream()
                        .limit(paging.limit() + 1L)
                        .map(this::setting)
                        .toList(),
                paging.limit(),
                Setting::id);
    }

    /**
     * Puts a document. The same again changes nothing; a change of what exists needs {@code ifMatch}. Called for a
     * request: its caller is written down.
     *
     * @param id an identifier, or {@link #ONLY}
     */
    public Uni<Put<Setting<T>>> put(String community, String id, T value, IfMatch ifMatch) {
        return all.put(new KeptSetting.Key(kind, community, id), written(value), ifMatch)
                .map(put -> put.map(this::setting));
    }

    /** Takes a document away: 404 if there is none, and {@code ifMatch} is needed. */
    public Uni<Void> remove(String community, String id, IfMatch ifMatch) {
        return all.remove(new KeptSetting.Key(kind, community, id), ifMatch);
    }

    static ProblemException unknown(String kind, String id) {
        String which = id.equals(ONLY) ? "no " + kind : "no " + kind + " with the id \"" + id + "\"";
        return new ProblemException(
                SettingProblem.UNKNOWN_SETTING, "the community has " + which + "; put it first, or list what it has");
    }

    private Setting<T> setting(KeptSetting kept) {
        return decoded.compute(
                        kept.key(),
                        (key, had) -> had != null && had.kept.equals(kept) ? had : new Decoded<>(kept, read(kept)))
                .setting;
    }

    private Setting<T> read(KeptSetting kept) {
        return new Setting<>(
                kept.key().community(),
                kept.key().id(),
                value(kept),
                kept.version(),
                kept.changedAt(),
                kept.changedBy());
    }

    private T value(KeptSetting kept) {
        try {
            return json.readValue(Objects.requireNonNull(kept.json()), type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(
                    "the setting " + kept.key().text() + " is kept in a form that cannot be read", e);
        }
    }

    private String written(T value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("a value of " + kind + " cannot be written", e);
        }
    }

    private record Decoded<T>(KeptSetting kept, Setting<T> setting) {}
}
