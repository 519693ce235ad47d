package dev.hearth.platform.state;

import dev.hearth.contract.member.CommunityState;
import dev.hearth.contract.member.GroupState;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.Topics;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.jspecify.annotations.Nullable;

/** The communities and groups that member-service made known, in this replica's memory. */
public final class Communities implements HealthCheck, AutoCloseable {
    private static final String COMMUNITY = typeOf(CommunityState.class);
    private static final String GROUP = typeOf(GroupState.class);

    private final StateTable<String, Place> places;

    /** @param kafka client settings, {@code bootstrap.servers} at least */
    public Communities(Map<String, Object> kafka) {
        places = new StateTable<>(Topics.COMMUNITY_STATE, kafka, new PlaceReader());
    }

    public void start() {
        places.start();
    }

    public Optional<Community> find(String community) {
        return places.find(community).filter(Community.class::isInstance).map(Community.class::cast);
    }

    /** All communities, in no order. */
    public List<Community> all() {
        return places.values()
                .filter(Community.class::isInstance)
                .map(Community.class::cast)
                .toList();
    }

    /** All groups by their community, in no order: one walk over everything, for those who look at all of them. */
    public Map<String, List<Group>> groups() {
        return places.values()
                .filter(Group.class::isInstance)
                .map(Group.class::cast)
                .collect(Collectors.groupingBy(Group::community));
    }

    /** Fails with 404 if the community is not known here, with 503 while not all are read yet. */
    public Community require(String community) {
        return find(community).orElseThrow(() -> unknown(community));
    }

    public Optional<Group> findGroup(String community, String group) {
        return places.find(Topics.groupKey(community, group))
                .filter(Group.class::isInstance)
                .map(Group.class::cast);
    }

    public boolean hasGroup(String community, String group) {
        return findGroup(community, group).isPresent();
    }

    /** Whose days count: the group's, else the community's; fails with 404 if the community is not known here. */
    public ZoneId zone(String community, @Nullable String group) {
        Community known = require(community);
        return group == null
                ? known.zone()
                : findGroup(community, group).flatMap(Group::ownZone).orElse(known.zone());
    }

    public boolean isReady() {
        return places.isReady();
    }

    @Override
    public HealthCheckResponse call() {
        return places.call();
    }

    @Override
    public void close() {
        places.close();
    }

    private ProblemException unknown(String community) {
        return isReady()
                ? new ProblemException(
                        RequestProblem.UNKNOWN_COMMUNITY, "community " + community + " is not known; put it first")
                : new ProblemException(
                        RequestProblem.UNAVAILABLE,
                        "the communities are still being read; try again",
                        List.of(),
                        Duration.ofSeconds(1));
    }

    private static String typeOf(Class<? extends Record> payload) {
        CloudEvent.Known contract = CloudEvent.contractOf(payload);
        return contract.type();
    }

    private static final class PlaceReader implements StateReader<String, Place> {
        @Override
        public String key(String recordKey) {
            return recordKey;
        }

        @Override
        public boolean reads(String type) {
            return type.equals(COMMUNITY) || type.equals(GROUP);
        }

        @Override
        public Place value(CloudEvent event) {
            byte[] data = Objects.requireNonNull(event.data());
            return event.type().equals(COMMUNITY)
                    ? Community.of(ContractJson.read(data, CommunityState.class))
                    : Group.of(ContractJson.read(data, GroupState.class));
        }
    }
}
