package dev.hearth.engagement.ingest;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What the OpenAPI says of the bodies that {@link BodyReader} reads without making objects of them.
 *
 * @param events 1 to 1,000 events
 */
@Schema(name = "ReportEvents")
record ReportEvents(
        @Schema(required = true, minItems = 1, maxItems = 1_000)
        List<Event> events) {
    static final String EXAMPLE = """
            {"events": [
              {"id": "evt-1001", "kind": "message.posted", "memberId": "ada", "occurredAt": "2026-03-08T09:30:00Z"},
              {"id": "evt-1002", "kind": "recipe.shared", "memberId": "ada", "occurredAt": "2026-03-08T09:31:00Z",
               "groupId": "morning-runners", "target": "recipe-7", "value": 4, "properties": {"title": "Onion soup"}}
            ]}""";
    static final String CLOUD_EVENTS = """
            [{"specversion": "1.0", "id": "evt-2001", "source": "/shop", "type": "purchase.made", "subject": "ada",
              "time": "2026-03-08T09:32:00Z", "datacontenttype": "application/json",
              "data": {"target": "order-17", "value": 1999, "properties": {"currency": "EUR"}}}]""";
    static final String LINES = """
            {"id": "evt-3001", "kind": "content.viewed", "memberId": "ada", "occurredAt": "2026-03-08T09:33:00Z"}
            {"id": "evt-3002", "kind": "check-in.made", "memberId": "ada", "occurredAt": "2026-03-08T09:34:00Z"}
            """;
    private static final String IDENTIFIER = "^[A-Za-z0-9_.:-]{1,64}$";

    /**
     * One event.
     *
     * @param id the sender's; unique in the community for ever: a repeat of it counts once
     */
    @Schema(name = "ReportEvent", description = "Something a member did. Unknown fields are refused.")
    record Event(
            @Schema(
                    required = true,
                    pattern = IDENTIFIER,
                    description = "the sender's id, unique in the community for ever: a repeat counts once",
                    examples = "evt-1001")
            String id,

            @Schema(
                    required = true,
                    pattern = IDENTIFIER,
                    description = "a standard kind (GET …/event-kinds lists them) or one that the community declared",
                    examples = "message.posted")
            String kind,

            @Schema(
                    required = true,
                    pattern = IDENTIFIER,
                    description = "who did it; members not known yet are accepted and marked, banned ones refused",
                    examples = "ada")
            String memberId,

            @Schema(
                    required = true,
                    description = "RFC 3339 with any offset; from 1970 to 24 hours ahead",
                    examples = "2026-03-08T09:30:00Z")
            Instant occurredAt,

            @Schema(
                    pattern = IDENTIFIER,
                    description = "the group it was done in; its zone decides the day. A group not known here has the"
                            + " community's zone",
                    examples = "morning-runners")
            @Nullable
            String groupId,

            @Schema(
                    minLength = 1,
                    maxLength = EventDraft.MAX_TARGET,
                    description = "whom or what it was done to",
                    examples = "recipe-7")
            @Nullable
            String target,

            @Schema(description = "an amount, e.g. of a purchase in minor units", examples = "4") @Nullable
            Long value,

            @Schema(
                    description = "further properties: at most 8,192 bytes, 5 levels, 200 names and values; a declared"
                            + " kind's must fit its schema",
                    examples = "{\"title\": \"Onion soup\"}")
            @Nullable
            Map<String, Object> properties) {}
}
