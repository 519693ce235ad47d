package dev.hearth.analytics.health.pulse;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.Mask;
import dev.hearth.analytics.activity.Place;
import dev.hearth.analytics.activity.Rows;
import java.util.ArrayList;
import java.util.List;

/** How far the rows of one partition are read. */
final class PartitionReader {
    private final KindRoles roles;
    private final List<Spot> spots = new ArrayList<>();
    private int next;

    PartitionReader(KindRoles roles) {
        this.roles = roles;
    }

    /** Reads on; acts that were done before {@code from} or after {@code to} are left out. */
    void read(CommunityActivity partition, Mask mask, long from, long to, CommunityPulse pulse) {
        Rows rows = partition.rows();
        rows.from(next, row -> {
            if (row.at() >= from && row.at() <= to && mask.has(row.ordinal())) {
                switch (spot(partition, row.place(), pulse)) {
                    case Spot.Deed deed -> deed.take(row, pulse.questions());
                    case Spot.Aside aside -> aside.take(row, pulse.questions());
                    case Spot.Exit exit -> exit.tally().exit(row.day());
                    case Spot.Other other -> {}
                }
            }
        });
        next = rows.size();
    }

    private Spot spot(CommunityActivity partition, int number, CommunityPulse pulse) {
        while (spots.size() <= number) {
            spots.add(spot(partition.place(spots.size()), pulse));
        }
        return spots.get(number);
    }

    private Spot spot(Place place, CommunityPulse pulse) {
        String group = place.group();
        String kind = place.kind();
        if (!place.activity()) {
            return group == null ? new Spot.Other() : ofFact(group, kind, pulse);
        }
        boolean answers = roles.answering().contains(kind);
        if (group == null) {
            return answers ? new Spot.Aside() : new Spot.Other();
        }
        return new Spot.Deed(
                group,
                kind,
                pulse.tallyOf(group),
                pulse.pulseOf(group),
                roles.asking().contains(kind),
                answers);
    }

    private static Spot ofFact(String group, String kind, CommunityPulse pulse) {
        return kind.equals("member.group-left") ? new Spot.Exit(pulse.tallyOf(group)) : new Spot.Other();
    }
}
