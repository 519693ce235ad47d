package dev.hearth.analytics.segment;

/**
 * The stored chain is not the one this instance wrote last: another instance has taken the partition, or the store lost
 * its last writes. What is in memory goes beyond what is stored; the partition has to be opened again.
 */
public final class ChainLostException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    ChainLostException(ChainId chain) {
        super("the stored chain " + chain.text() + " is not the one written last");
    }
}
