package dev.hearth.incentive.condition;

import com.google.common.collect.ImmutableMap;
import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import dev.cel.common.types.StructType;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The names that an expression may use, with their types and, of whole numbers, their ranges.
 *
 * <table>
 * <caption>Names</caption>
 * <tr><td>{@code event}</td><td>{@code kind, memberId, groupId, target: string; value: int; occurredAt: timestamp;
 * localDate: string ("2026-02-17"); hour: int (0–23, local); weekday: int (1 Monday – 7 Sunday, local);
 * properties: map(string, dyn)}; {@code groupId}, {@code target} and {@code value} may be absent: {@code has(event.value)}</td></tr>
 * <tr><td>{@code member}</td><td>{@code id, status, tier: string; level: int; tags, groups: list(string); planted: bool}</td></tr>
 * <tr><td>{@code community}</td><td>{@code id, name, zone: string}</td></tr>
 * </table>
 *
 * Besides CEL's own functions there are {@code min(int, int)} and {@code max(int, int)}.
 */
public final class Vocabulary {
    /** The largest value of an event that every JSON reader holds exactly: 2^53 - 1. */
    static final long MAX_VALUE = 9_007_199_254_740_991L;

    private static final Word TEXT = new Word(SimpleType.STRING, Range.ALL);
    private static final Word TEXTS = new Word(ListType.create(SimpleType.STRING), Range.ALL);

    private static final Subject EVENT_SUBJECT = new Subject(
            "Event",
            Map.of(
                    "kind",
                    TEXT,
                    "memberId",
                    TEXT,
                    "groupId",
                    TEXT,
                    "target",
                    TEXT,
                    "value",
                    whole(-MAX_VALUE, MAX_VALUE),
                    "occurredAt",
                    new Word(SimpleType.TIMESTAMP, Range.ALL),
                    "localDate",
                    TEXT,
                    "hour",
                    whole(0, 23),
                    "weekday",
                    whole(1, 7),
                    "properties",
                    new Word(MapType.create(SimpleType.STRING, SimpleType.DYN), Range.ALL)));
    private static final Subject MEMBER_SUBJECT = new Subject(
            "Member",
            Map.of(
                    "id", TEXT,
                    "status", TEXT,
                    "level", whole(0, Integer.MAX_VALUE),
                    "tags", TEXTS,
                    "groups", TEXTS,
                    "planted", new Word(SimpleType.BOOL, Range.ALL),
                    "tier", TEXT));
    private static final Subject COMMUNITY_SUBJECT =
            new Subject("Community", Map.of("id", TEXT, "name", TEXT, "zone", TEXT));

    /** For what answers events: {@code event}, {@code member}, {@code community}. */
    public static final Vocabulary EVENT =
            new Vocabulary(Map.of("event", EVENT_SUBJECT, "member", MEMBER_SUBJECT, "community", COMMUNITY_SUBJECT));
    /** For what looks at members: {@code member}, {@code community}. */
    public static final Vocabulary MEMBER =
            new Vocabulary(Map.of("member", MEMBER_SUBJECT, "community", COMMUNITY_SUBJECT));

    private final Map<String, Subject> subjects;

    private Vocabulary(Map<String, Subject> subjects) {
        this.subjects = new TreeMap<>(subjects);
    }

    private static Word whole(long least, long most) {
        return new Word(SimpleType.INT, new Range(least, most));
    }

    Map<String, Subject> subjects() {
        return subjects;
    }

    /** The range of {@code event.value}, given the type {@code Event} and the field {@code value}. */
    Range range(String type, String field) {
        return subjects.values().stream()
                .filter(subject -> subject.type().equals(type))
                .map(subject -> subject.words().get(field))
                .flatMap(word ->
                        word == null ? java.util.stream.Stream.empty() : java.util.stream.Stream.of(word.range()))
                .findFirst()
                .orElse(Range.ALL);
    }

    /** What there is, for somebody who used a name that is not there. */
    String hint() {
        List<String> parts = subjects.entrySet().stream()
                .map(entry -> entry.getKey() + " has "
                        + String.join(", ", new TreeMap<>(entry.getValue().words()).keySet()))
                .toList();
        return String.join("; ", parts);
    }

    record Word(CelType type, Range range) {}

    record Subject(String type, Map<String, Word> words) {
        StructType celType() {
            ImmutableMap<String, CelType> fields = words.entrySet().stream()
                    .collect(ImmutableMap.toImmutableMap(
                            Map.Entry::getKey, word -> word.getValue().type()));
            return StructType.create(type, fields.keySet(), field -> Optional.ofNullable(fields.get(field)));
        }
    }
}
