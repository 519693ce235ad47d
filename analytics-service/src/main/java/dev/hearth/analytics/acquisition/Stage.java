package dev.hearth.analytics.acquisition;

/** What became of a member who joined. */
enum Stage {
    JOINED,
    /** Did anything since. */
    ACTIVATED,
    /** The days of retention are over. */
    MATURE,
    /** Of these, did anything after those days. */
    RETAINED,
    /** Of these, did nothing after those days. */
    LOST,
    /** Bought since. */
    BUYER;

    /** Whether the day on which it is looked makes a difference. */
    boolean needsADay() {
        return switch (this) {
            case JOINED, ACTIVATED, BUYER -> false;
            case MATURE, RETAINED, LOST -> true;
        };
    }

    boolean is(ChannelFigure one) {
        return switch (this) {
            case JOINED -> true;
            case ACTIVATED -> one.activated() > 0;
            case MATURE -> one.mature() > 0;
            case RETAINED -> one.retained() > 0;
            case LOST -> one.mature() > 0 && one.retained() == 0;
            case BUYER -> one.buyers() > 0;
        };
    }
}
