package dev.hearth.incentive.rule;

/**
 * A cap of a community.
 *
 * @param community the community's id
 * @param cap the cap's id, unique in the community
 */
record CapId(String community, String cap) {}
