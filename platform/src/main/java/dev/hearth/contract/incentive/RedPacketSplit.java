package dev.hearth.contract.incentive;

/** How the points of a red packet are divided into shares. */
public enum RedPacketSplit {
    /** As equal as whole points can be. */
    EQUAL,
    /** By chance, each share at least one point. */
    RANDOM
}
