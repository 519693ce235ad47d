package dev.hearth.analytics.drill;

import dev.hearth.analytics.activity.Act;
import dev.hearth.analytics.activity.Activity;
import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.PartitionActivity;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import org.roaringbitmap.RoaringBitmap;

/** Who a list names, over some partitions. */
public final class Listed {
    private static final int PARTITIONS = 3;

    private Listed() {}

    public static Set<String> names(List<Act> acts, Function<CommunityActivity, RoaringBitmap> members) {
        Set<String> names = new TreeSet<>();
        activity(acts)
                .ask(
                        "acme",
                        community -> Arrays.stream(members.apply(community).toArray())
                                .mapToObj(community::member)
                                .toList())
                .forEach(names::addAll);
        return names;
    }

    private static Activity activity(List<Act> acts) {
        List<PartitionActivity> partitions =
                Stream.generate(PartitionActivity::new).limit(PARTITIONS).toList();
        acts.forEach(act -> partitions
                .get(Math.floorMod(act.member().hashCode(), PARTITIONS))
                .add(List.of(act)));
        return new Activity(partitions);
    }
}
