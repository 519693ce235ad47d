package dev.hearth.incentive.draw.proof;

/**
 * A draw.
 *
 * @param community the community's id
 * @param draw chosen by the operator, unique in the community for ever
 */
public record DrawId(String community, String draw) {}
