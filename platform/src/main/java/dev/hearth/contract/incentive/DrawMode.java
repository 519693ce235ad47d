package dev.hearth.contract.incentive;

/** When the winners of a draw are decided. */
public enum DrawMode {
    /** After the entries closed, all at once. */
    CLOSING,
    /** With each entry, while there are prizes. */
    INSTANT
}
