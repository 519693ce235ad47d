package dev.hearth.analytics.goal;

import dev.hearth.analytics.setting.Setting;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The goals of a community, each under the one that it serves. Whatever is put at the same time, nothing is left out: a
 * goal whose parent is gone stands at the top, and of goals that serve each other in a circle the first by id does.
 */
final class GoalTree {
    private final Map<String, Setting<Goal>> goals = new LinkedHashMap<>();
    private final Map<String, List<Setting<Goal>>> children = new HashMap<>();
    private final List<Node> inOrder = new ArrayList<>();

    /** @param goals by id */
    GoalTree(List<Setting<Goal>> goals) {
        goals.forEach(goal -> this.goals.put(goal.id(), goal));
        List<Setting<Goal>> top = new ArrayList<>();
        for (Setting<Goal> goal : goals) {
            parent(goal)
                    .ifPresentOrElse(
                            parent -> children.computeIfAbsent(parent.id(), id -> new ArrayList<>())
                                    .add(goal),
                            () -> top.add(goal));
        }
        Map<String, Setting<Goal>> left = new LinkedHashMap<>(this.goals);
        top.forEach(goal -> add(goal, null, 0, left));
        while (!left.isEmpty()) {
            add(left.values().iterator().next(), null, 0, left);
        }
    }

    /**
     * A goal in the tree.
     *
     * @param goal the goal
     * @param parent the one above it, if any
     * @param depth how many are above it
     */
    record Node(Setting<Goal> goal, @Nullable String parent, int depth) {}

    /** Each goal before those that serve it, those by id. */
    List<Node> inOrder() {
        return List.copyOf(inOrder);
    }

    List<Setting<Goal>> children(String goal) {
        return inOrder.stream()
                .filter(node -> goal.equals(node.parent()))
                .map(Node::goal)
                .toList();
    }

    private Optional<Setting<Goal>> parent(Setting<Goal> goal) {
        return Optional.ofNullable(goal.value().parent()).flatMap(id -> Optional.ofNullable(goals.get(id)));
    }

    private void add(Setting<Goal> goal, @Nullable String parent, int depth, Map<String, Setting<Goal>> left) {
        if (left.remove(goal.id()) == null) {
            return;
        }
        inOrder.add(new Node(goal, parent, depth));
        children.getOrDefault(goal.id(), List.of()).forEach(child -> add(child, goal.id(), depth + 1, left));
    }
}
