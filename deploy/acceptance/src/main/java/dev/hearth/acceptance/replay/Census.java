package dev.hearth.acceptance.replay;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What a first reading of the file finds, before anything is sent: a bad line is reported while the suite is still
 * untouched, and the total lets the progress say when it will be done. Holds one entry per member, about 150 bytes.
 */
final class Census {
    private final Selection selection;
    private final Map<String, Set<String>> members = new HashMap<>();
    private final Set<String> groups = new TreeSet<>();
    private final Set<String> kinds = new TreeSet<>();
    private long events;

    private Census(Selection selection) {
        this.selection = selection;
    }

    static Census of(EventFile file, Selection selection) {
        Census census = new Census(selection);
        file.each(census::count);
        return census;
    }

    private void count(Row row) {
        if (!selection.has(row)) {
            return;
        }
        events++;
        kinds.add(Kinds.named(row.kind()));
        meet(row.member());
        if (row.target() != null) {
            meet(row.target());
        }
        if (row.group() != null) {
            groups.add(row.group());
            join(row.member(), row.group());
        }
    }

    private void meet(String member) {
        members.putIfAbsent(member, Set.of());
    }

    private void join(String member, String group) {
        Set<String> joined = members.getOrDefault(member, Set.of());
        if (!joined.contains(group)) {
            Set<String> more = new TreeSet<>(joined);
            more.add(group);
            members.put(member, Set.copyOf(more));
        }
    }

    long events() {
        return events;
    }

    /** Everyone who acts or is acted upon, with the groups they act in. */
    Map<String, Set<String>> members() {
        return members;
    }

    Set<String> groups() {
        return groups;
    }

    /** The kinds, by the suite's names. */
    Set<String> kinds() {
        return kinds;
    }
}
