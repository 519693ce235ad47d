package dev.hearth.analytics.acquisition;

import dev.hearth.analytics.activity.CommunityActivity;
import dev.hearth.analytics.activity.Mask;
import dev.hearth.analytics.activity.Rows;
import dev.hearth.analytics.activity.Selection;
import dev.hearth.contract.engagement.StandardEventKind;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.roaringbitmap.RoaringBitmap;

/**
 * Members by the channel (渠道) of their first join, and what became of them. A member came on the local day of that
 * join; coming back changes nothing. Whoever joined without a channel stands under the empty name.
 */
final class Acquisition {
    private static final String JOINED = "member.joined";
    private static final String BY_CHANNEL = JOINED + ":";
    private static final int NEVER = Integer.MIN_VALUE;

    private final CommunityActivity activity;
    private final long[] joinedAt;
    private final int[] joinedOn;
    private final String[] channels;
    private final int[] lastActive;
    private final boolean[] bought;
    private final long[] net;

    private Acquisition(CommunityActivity activity) {
        int members = activity.members();
        this.activity = activity;
        this.joinedAt = new long[members];
        this.joinedOn = new int[members];
        this.channels = new String[members];
        this.lastActive = new int[members];
        this.bought = new boolean[members];
        this.net = new long[members];
        Arrays.fill(joinedAt, Long.MAX_VALUE);
        Arrays.fill(channels, "");
        Arrays.fill(lastActive, NEVER);
    }

    /** @param selection whose joins, and in which group and of which kinds they act; joins are in no group */
    static Map<String, ChannelFigure> of(CommunityActivity activity, Selection selection, Arrivals arrivals) {
        Acquisition acquisition = of(activity, selection);
        Map<String, ChannelFigure> figures = new TreeMap<>();
        acquisition
                .who(selection, arrivals)
                .forEach(member -> figures.merge(
                        acquisition.channels[member], acquisition.figure(member, arrivals), ChannelFigure::plus));
        return figures;
    }

    /**
     * Who came by a channel and got so far. A set of the caller's own.
     *
     * @param channel empty for none; null for any
     */
    static RoaringBitmap members(
            CommunityActivity activity, Selection selection, Arrivals arrivals, @Nullable String channel, Stage stage) {
        Acquisition acquisition = of(activity, selection);
        return RoaringBitmap.bitmapOf(acquisition
                .who(selection, arrivals)
                .filter(member -> channel == null || channel.equals(acquisition.channels[member]))
                .filter(member -> stage.is(acquisition.figure(member, arrivals)))
                .toArray());
    }

    private static Acquisition of(CommunityActivity activity, Selection selection) {
        Acquisition acquisition = new Acquisition(activity);
        activity.rows().from(0, acquisition::takeJoin);
        acquisition.takeActs(selection);
        return acquisition;
    }

    /** A join by a channel is told twice, with and without it, at one time. */
    private void takeJoin(Rows.Row row) {
        String kind = activity.place(row.place()).kind();
        boolean named = kind.startsWith(BY_CHANNEL);
        if (!named && !kind.equals(JOINED)) {
            return;
        }
        int member = row.ordinal();
        if (row.at() < joinedAt[member]) {
            joinedAt[member] = row.at();
            joinedOn[member] = row.day();
            channels[member] = "";
        }
        if (named && row.at() == joinedAt[member]) {
            String channel = kind.substring(BY_CHANNEL.length());
            // Of two at one time the same wins, whichever is heard of first.
            boolean wins = channels[member].isEmpty() || channel.compareTo(channels[member]) < 0;
            channels[member] = wins ? channel : channels[member];
        }
    }

    private void takeActs(Selection selection) {
        boolean[] acts = activity.placesOf(selection);
        boolean[] purchases = of(selection, StandardEventKind.PURCHASE_MADE);
        boolean[] refunds = of(selection, StandardEventKind.PURCHASE_REFUNDED);
        activity.rows().from(0, row -> {
            int member = row.ordinal();
            if (row.at() < joinedAt[member]) {
                return;
            }
            if (acts[row.place()]) {
                lastActive[member] = Math.max(lastActive[member], row.day());
            }
            if (purchases[row.place()]) {
                bought[member] = true;
                net[member] = Math.addExact(net[member], row.amount());
            } else if (refunds[row.place()]) {
                net[member] = Math.subtractExact(net[member], row.amount());
            }
        });
    }

    private boolean[] of(Selection selection, StandardEventKind kind) {
        return activity.placesOf(selection.withKinds(Set.of(kind.id())));
    }

    private IntStream who(Selection selection, Arrivals arrivals) {
        Mask mask = activity.mask(selection.audience());
        return IntStream.range(0, joinedAt.length)
                .filter(member -> joinedAt[member] != Long.MAX_VALUE && arrivals.has(joinedOn[member]))
                .filter(mask::has);
    }

    private ChannelFigure figure(int member, Arrivals arrivals) {
        boolean mature = arrivals.isMature(joinedOn[member]);
        boolean retained = mature && lastActive[member] >= joinedOn[member] + arrivals.retainedAfter();
        return new ChannelFigure(
                1,
                lastActive[member] == NEVER ? 0 : 1,
                mature ? 1 : 0,
                retained ? 1 : 0,
                bought[member] ? 1 : 0,
                net[member]);
    }
}
