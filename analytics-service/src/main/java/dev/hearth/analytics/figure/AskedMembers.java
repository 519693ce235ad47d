package dev.hearth.analytics.figure;

import dev.hearth.analytics.population.MemberFilter;

/**
 * Whose acts are asked for.
 *
 * @param among of which members
 * @param filter who of them, the target audience's own tags and levels included
 */
public record AskedMembers(WhoseActs among, MemberFilter filter) {}
