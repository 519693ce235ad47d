package dev.hearth.incentive.member;

import dev.hearth.contract.member.MemberState;
import dev.hearth.incentive.condition.MemberFacts;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.state.StateReader;
import dev.hearth.platform.state.StateTable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;

/**
 * What is known of each member: status, level, tags, groups and whether operators run the account (托儿). The tier is not
 * among it: that is this service's own.
 */
public final class Members implements HealthCheck, AutoCloseable {
    private static final String TYPE = CloudEvent.contractOf(MemberState.class).type();

    private final StateTable<String, MemberFacts> members;

    /** @param kafka client settings, {@code bootstrap.servers} at least */
    public Members(Map<String, Object> kafka) {
        members = new StateTable<>(Topics.MEMBER_STATE, kafka, new MemberReader());
    }

    public void start() {
        members.start();
    }

    /** The member, if known here: a member that joined a moment ago may not be yet. */
    public Optional<MemberFacts> find(String community, String member) {
        return members.find(Topics.memberKey(community, member));
    }

    /** The member, or one of whom nothing is known. */
    public MemberFacts get(String community, String member) {
        return find(community, member).orElseGet(() -> MemberFacts.unknown(member));
    }

    public boolean isReady() {
        return members.isReady();
    }

    @Override
    public HealthCheckResponse call() {
        return members.call();
    }

    @Override
    public void close() {
        members.close();
    }

    private static final class MemberReader implements StateReader<String, MemberFacts> {
        @Override
        public String key(String recordKey) {
            return recordKey;
        }

        @Override
        public boolean reads(String type) {
            return type.equals(TYPE);
        }

        @Override
        public MemberFacts value(CloudEvent event) {
            MemberState state = ContractJson.read(Objects.requireNonNull(event.data()), MemberState.class);
            return new MemberFacts(
                    state.memberId(),
                    state.status().name(),
                    state.level(),
                    state.tags(),
                    state.groups(),
                    state.planted(),
                    null);
        }
    }
}
