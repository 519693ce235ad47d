package dev.hearth.incentive.earning;

import dev.hearth.contract.engagement.EngagementRecorded;
import dev.hearth.incentive.accrual.Occurrence;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.event.UnreadableEventException;
import dev.hearth.platform.time.Identifier;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a member did, as the engagement topic tells it. Who may act was decided when it was taken in: banned members'
 * events never come here, and members that are not known yet earn like others. So do accounts that operators run (托儿):
 * this service does not read member state yet.
 *
 * @param occurrence what rules look at
 * @param correlationId the request that began it, if known
 * @param traceparent its trace, if traced
 */
public record Deed(
        Occurrence occurrence,
        @Nullable String correlationId,
        @Nullable String traceparent) {
    private static final String TYPE =
            CloudEvent.contractOf(EngagementRecorded.class).type();
    private static final int MAX_EVENT_ID = 256;

    /** The deed that an event tells of; none if it is an event of another type. */
    static Optional<Deed> of(CloudEvent event) {
        if (!event.type().equals(TYPE)) {
            return Optional.empty();
        }
        byte[] data = event.data();
        if (data == null) {
            throw new UnreadableEventException("an engagement event has no payload", null);
        }
        EngagementRecorded recorded = ContractJson.read(data, EngagementRecorded.class);
        check(event, recorded);
        return Optional.of(new Deed(occurrence(event, recorded), event.correlationId(), event.traceparent()));
    }

    private static Occurrence occurrence(CloudEvent event, EngagementRecorded recorded) {
        return new Occurrence(
                event.community(),
                event.id(),
                recorded.kind(),
                recorded.memberId(),
                recorded.occurredAt(),
                recorded.localDate());
    }

    @SuppressWarnings("ConstantValue") // the JSON may lack what the contract says is there
    private static void check(CloudEvent event, EngagementRecorded recorded) {
        require(isId(event.community()), "community");
        require(isId(recorded.memberId()), "memberId");
        require(isId(recorded.kind()), "kind");
        require(recorded.occurredAt() != null, "occurredAt");
        require(recorded.localDate() != null, "localDate");
        require(!event.id().isEmpty() && event.id().length() <= MAX_EVENT_ID, "id");
        // Caps and wallets rely on one writer per member, and that on the key.
        require(Topics.memberKey(event.community(), recorded.memberId()).equals(event.key()), "key");
    }

    private static boolean isId(@Nullable String value) {
        return value != null && Identifier.isValid(value);
    }

    private static void require(boolean sound, String what) {
        if (!sound) {
            throw new UnreadableEventException(what + " of an engagement event is missing or malformed", null);
        }
    }
}
