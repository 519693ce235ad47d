package dev.hearth.analytics.acquisition;

/**
 * What became of the members who came by a channel.
 *
 * @param joined who came
 * @param activated of these, who did anything since
 * @param mature of these, for whom the days of retention are over
 * @param retained of these, who did anything after those days
 * @param buyers of those who came, who bought since
 * @param net what they paid since, less what was refunded, in minor units
 */
record ChannelFigure(long joined, long activated, long mature, long retained, long buyers, long net) {
    ChannelFigure plus(ChannelFigure other) {
        return new ChannelFigure(
                joined + other.joined,
                activated + other.activated,
                mature + other.mature,
                retained + other.retained,
                buyers + other.buyers,
                Math.addExact(net, other.net));
    }
}
