package dev.hearth.analytics.population;

import dev.hearth.analytics.activity.Audience;
import dev.hearth.contract.member.MemberState;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.state.StateReader;
import dev.hearth.platform.state.StateTable;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/**
 * The members of all communities as member-service makes them known, in this replica's memory: a change is here within
 * moments. Ready once all that was there at the start is read, so that no answer counts a planted account.
 */
public final class Population implements HealthCheck, AutoCloseable {
    private static final String TYPE = CloudEvent.contractOf(MemberState.class).type();

    private final ConcurrentMap<String, CommunityMembers> communities = new ConcurrentHashMap<>();
    private final StateTable<String, Standing> members;

    /** @param kafka client settings, {@code bootstrap.servers} at least */
    public Population(Map<String, Object> kafka) {
        members = new StateTable<>(Topics.MEMBER_STATE, kafka, new StandingReader(), this::changed);
    }

    public void start() {
        members.start();
    }

    /** What the member is; empty if nothing is known of it, or not yet. */
    public Optional<Standing> find(String community, String member) {
        return members.find(Topics.memberKey(community, member));
    }

    /**
     * Whose acts count. The same object as long as the filter names the same members, so that what it means in the sets
     * is made out once.
     */
    public Audience audience(String community, MemberFilter filter) {
        return of(community).audience(filter);
    }

    /** The members that the filter names, whatever their status; erased ones are not known. */
    public Set<String> members(String community, MemberFilter filter) {
        return of(community).members(filter);
    }

    /** How many members the filter names, whatever their status. */
    public int size(String community, MemberFilter filter) {
        return of(community).size(filter);
    }

    /** The active members of a group, without accounts that operators run. */
    public Set<String> inGroup(String community, String group) {
        return of(community).inGroup(group);
    }

    /** How many {@link #inGroup} are. */
    public int sizeOfGroup(String community, String group) {
        return of(community).sizeOfGroup(group);
    }

    /** Whether all that was there at the start is here. */
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

    private void changed(String key, @Nullable Standing had, @Nullable Standing now) {
        int slash = key.indexOf('/');
        communities
                .computeIfAbsent(key.substring(0, slash), first -> new CommunityMembers())
                .change(key.substring(slash + 1), had, now);
    }

    private CommunityMembers of(String community) {
        return Objects.requireNonNullElseGet(communities.get(community), CommunityMembers::new);
    }

    private static final class StandingReader implements StateReader<String, Standing> {
        @Override
        public String key(String recordKey) {
            if (recordKey.indexOf('/') < 1) {
                throw new IllegalArgumentException("the key names no member of a community");
            }
            return recordKey;
        }

        @Override
        public boolean reads(String type) {
            return type.equals(TYPE);
        }

        @Override
        public Standing value(CloudEvent event) {
            return Standing.of(ContractJson.read(Objects.requireNonNull(event.data()), MemberState.class));
        }
    }
}
