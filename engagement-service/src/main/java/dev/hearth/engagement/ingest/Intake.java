package dev.hearth.engagement.ingest;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.contract.member.MemberStatus;
import dev.hearth.engagement.kind.Kind;
import dev.hearth.platform.identity.Caller;
import dev.hearth.platform.problem.FieldError;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.jspecify.annotations.Nullable;

/**
 * Takes in the events of one request: refuses what the community does not allow and makes records of the others. A
 * repeat of an id within the request goes on like any other: consumers drop repeats, here as everywhere.
 */
final class Intake {
    private static final byte[] NO_PROPERTIES = "{}".getBytes(UTF_8);

    private final EventFormat format;
    private final KnownCommunity community;
    private final Caller caller;
    private final EngagementRecords writer;
    private final Map<String, ZoneId> groupZones = new HashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    private List<ProducerRecord<byte[], byte[]>> records = new ArrayList<>();
    private int accepted;
    private @Nullable ZoneId communityZone;

    Intake(EventFormat format, KnownCommunity community, Caller caller, @Nullable String traceparent) {
        this.format = format;
        this.community = community;
        this.caller = caller;
        this.writer = new EngagementRecords(community.id(), traceparent);
    }

    void take(ReportedEvent event) {
        if (!caller.mayActFor(event.memberId())) {
            refuse(event, IngestProblem.FOREIGN_MEMBER, format.memberId(), "must be the member that the token is for");
            return;
        }
        Kind kind = community.kinds().apply(event.kind());
        if (kind == null) {
            refuse(event, IngestProblem.UNKNOWN_KIND, format.kind(), remedy(event.kind()));
            return;
        }
        MemberStatus status = community.statuses().apply(event.memberId());
        if (status == MemberStatus.BANNED) {
            refuse(event, IngestProblem.BANNED_MEMBER, format.memberId(), "is banned; lift the ban to accept events");
            return;
        }
        List<FieldError> faults = faults(event, kind);
        if (!faults.isEmpty()) {
            refuse(Refusal.of(event.index(), event.id(), IngestProblem.PROPERTIES_REFUSED, faults));
            return;
        }
        records.add(writer.of(event, zone(event.groupId()), status != null));
        accepted++;
    }

    void refuse(Refusal refusal) {
        refusals.add(refusal);
    }

    /** How many events were taken in, refused or not. */
    int size() {
        return accepted + refusals.size();
    }

    /** How many accepted events {@link #takeRecords} would give. */
    int waiting() {
        return records.size();
    }

    int accepted() {
        return accepted;
    }

    /** The accepted events since the last call, in the request's order. */
    List<ProducerRecord<byte[], byte[]>> takeRecords() {
        List<ProducerRecord<byte[], byte[]>> taken = records;
        records = new ArrayList<>();
        return taken;
    }

    /** The refused events, in the request's order. */
    List<Refusal> refusals() {
        return refusals.stream().sorted(Comparator.comparingInt(Refusal::index)).toList();
    }

    private List<FieldError> faults(ReportedEvent event, Kind kind) {
        byte[] properties =
                event.properties() == null ? NO_PROPERTIES : event.properties().json();
        return kind.faults(properties, format.propertiesPointer(event.index()));
    }

    private ZoneId zone(@Nullable String groupId) {
        if (groupId != null) {
            return groupZones.computeIfAbsent(groupId, community.zones());
        }
        if (communityZone == null) {
            communityZone = community.zones().apply(null);
        }
        return communityZone;
    }

    private void refuse(ReportedEvent event, IngestProblem type, String field, String detail) {
        FieldError error = new FieldError(format.pointer(event.index()) + "/" + field, detail);
        refuse(Refusal.of(event.index(), event.id(), type, error));
    }

    private String remedy(String kind) {
        return "is neither a standard kind nor declared; correct it, or declare it: PUT /communities/" + community.id()
                + "/event-kinds/" + kind;
    }
}
