package dev.hearth.analytics.goal;

import dev.hearth.analytics.projection.Freshness;
import dev.hearth.analytics.setting.Setting;
import dev.hearth.contract.signal.GoalStatusChanged;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.state.Community;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.microprofile.health.Readiness;

/**
 * Looks how goals stand, and finds what is to be told. Nothing is kept: how a goal stands, and since when, follows from
 * the acts and the goal, so that whoever looks again, another replica or this one after a start, finds the same and
 * tells it under the same id.
 */
@ApplicationScoped
class GoalWatch {
    /** Goals that ended longer ago are not looked at: what became of them was told. */
    private static final int DAYS_AFTER = 7;

    private final Goals goals;
    private final Communities communities;
    private final Events events;
    private final Clock clock;

    /** By event id of the last telling, for each goal, so that a round tells only what is new to this replica. */
    private final Map<String, String> told = new ConcurrentHashMap<>();

    GoalWatch(Goals goals, @Readiness Communities communities, Events events, Clock clock) {
        this.goals = goals;
        this.communities = communities;
        this.events = events;
        this.clock = clock;
    }

    /** What this replica has not told yet, none while figures are behind; called by one thread at a time. */
    List<CloudEvent> news(Freshness.Fresh fresh) {
        if (!fresh.isCompleteAt(clock.instant())) {
            return List.of();
        }
        return communities.all().stream()
                .map(Community::id)
                .sorted()
                .flatMap(community -> {
                    GoalTree tree = goals.tree(community);
                    return tree.inOrder().stream().flatMap(node -> standing(fresh, tree, node.goal()).stream());
                })
                .filter(event -> !event.id().equals(told.get(event.subject())))
                .toList();
    }

    void told(CloudEvent event) {
        told.put(String.valueOf(event.subject()), event.id());
    }

    /** On track is told of only where it was otherwise before. */
    private Optional<CloudEvent> standing(Freshness.Fresh fresh, GoalTree tree, Setting<Goal> setting) {
        Goal goal = setting.value();
        String community = setting.community();
        LocalDate today = LocalDate.ofInstant(clock.instant(), communities.zone(community, goal.group()));
        if (today.isBefore(goal.start()) || today.isAfter(goal.end().plusDays(DAYS_AFTER))) {
            return Optional.empty();
        }
        Pace pace = goals.pace(fresh.activity(), tree, setting);
        GoalStatus status = pace.status(today);
        LocalDate since = pace.since(today).orElse(goal.start());
        return status == GoalStatus.ON_TRACK && since.equals(goal.start())
                ? Optional.empty()
                : Optional.of(event(setting, status, since, pace, today));
    }

    private CloudEvent event(Setting<Goal> setting, GoalStatus status, LocalDate since, Pace pace, LocalDate today) {
        Goal goal = setting.value();
        String community = setting.community();
        String subject = community + "/" + setting.id();
        return events.of(
                "goal/" + subject + "/" + setting.version() + "/" + status + "/" + since,
                community,
                community,
                subject,
                setting.version(),
                new GoalStatusChanged(
                        setting.id(),
                        goal.name(),
                        goal.metric().name(),
                        goal.group(),
                        status.name(),
                        since,
                        pace.achieved(today),
                        goal.target(),
                        pace.expected(today)));
    }
}
