package dev.hearth.incentive.earning;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.hearth.contract.engagement.EngagementRecorded;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.event.UnreadableEventException;
import dev.hearth.platform.time.Identifier;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What an event of hearth.engagement, hearth.member or hearth.signal tells, in one form. The kind of an engagement
 * event is its own; that of others is their type: {@code dev.hearth.member.joined.v1} is of the kind
 * {@code member.joined}.
 *
 * @param event the envelope
 * @param position where it stands: {@code topic/partition/offset}
 * @param kind what was done
 * @param member who did it or to whom it happened; empty where it is about a group only
 * @param groupId the group it was done in
 * @param target whom or what it was done to
 * @param value the amount that belongs to it
 * @param occurredAt when
 * @param zone whose days count; null is the group's or the community's
 * @param localDate the local day it counts for; null is the day of {@code occurredAt} there
 * @param properties further properties
 */
public record Telling(
        CloudEvent event,
        String position,
        String kind,
        String member,
        @Nullable String groupId,
        @Nullable String target,
        @Nullable Long value,
        Instant occurredAt,
        @Nullable String zone,
        @Nullable LocalDate localDate,
        Map<String, Object> properties) {
    private static final String RECORDED =
            CloudEvent.contractOf(EngagementRecorded.class).type();
    private static final Pattern TYPE = Pattern.compile("dev\\.hearth\\.((?:member|signal)\\.[a-z0-9-]+)\\.v\\d+");
    private static final ObjectMapper JSON = JsonMapper.builder().build();
    private static final TypeReference<Map<String, Object>> OBJECT = new TypeReference<>() {};
    private static final int MAX_EVENT_ID = 256;

    /** What an event tells; null if it is of a type that rules have no kind for. */
    public static @Nullable Telling of(CloudEvent event, String position) {
        if (event.type().equals(RECORDED)) {
            return checked(ofEngagement(event, position));
        }
        Matcher type = TYPE.matcher(event.type());
        return type.matches() ? checked(ofFact(event, position, type.group(1))) : null;
    }

    private static Telling ofEngagement(CloudEvent event, String position) {
        EngagementRecorded recorded = ContractJson.read(data(event), EngagementRecorded.class);
        return new Telling(
                event,
                position,
                recorded.kind(),
                recorded.memberId(),
                recorded.groupId(),
                recorded.target(),
                recorded.value(),
                recorded.occurredAt(),
                recorded.zone(),
                recorded.localDate(),
                recorded.properties() == null ? Map.of() : recorded.properties());
    }

    private static Telling ofFact(CloudEvent event, String position, String kind) {
        Map<String, Object> payload = new HashMap<>(payload(event));
        return new Telling(
                event,
                position,
                kind,
                Objects.requireNonNullElse(text(payload.remove("memberId")), ""),
                text(payload.remove("groupId")),
                text(payload.remove("target")),
                payload.remove("value") instanceof Number value ? Long.valueOf(value.longValue()) : null,
                event.time(),
                null,
                localDate(text(payload.remove("localDate"))),
                payload);
    }

    /** Null in facts that are older than the telling of it. */
    private static @Nullable LocalDate localDate(@Nullable String told) {
        try {
            return told == null ? null : LocalDate.parse(told);
        } catch (DateTimeParseException e) {
            throw new UnreadableEventException("localDate of an event is no date", e);
        }
    }

    private static Telling checked(Telling told) {
        CloudEvent event = told.event();
        require(Identifier.isValid(event.community()), "community");
        require(Identifier.isValid(told.kind()), "kind");
        require(!event.id().isEmpty() && event.id().length() <= MAX_EVENT_ID, "id");
        require(told.member().isEmpty() || Identifier.isValid(told.member()), "memberId");
        // Wallets rely on one order per member, and that on the key.
        boolean isOfMember =
                event.topic().equals(Topics.ENGAGEMENT) || event.topic().equals(Topics.MEMBER);
        require(
                !isOfMember
                        || Topics.memberKey(event.community(), told.member()).equals(event.key()),
                "key");
        return told;
    }

    private static Map<String, Object> payload(CloudEvent event) {
        try {
            return JSON.readValue(data(event), OBJECT);
        } catch (IOException e) {
            throw new UnreadableEventException("the payload is no JSON object", e);
        }
    }

    private static byte[] data(CloudEvent event) {
        byte[] data = event.data();
        if (data == null) {
            throw new UnreadableEventException("an event has no payload", null);
        }
        return data;
    }

    private static @Nullable String text(@Nullable Object value) {
        return value instanceof String text ? text : null;
    }

    private static void require(boolean sound, String what) {
        if (!sound) {
            throw new UnreadableEventException(what + " of an event is missing or malformed", null);
        }
    }
}
