package dev.hearth.analytics.activity;

/**
 * How many members acted at least once in a window.
 *
 * @param window the days counted
 * @param members distinct members
 * @param windowComplete whether the window lies wholly between the community's first and last day with data; if not, it
 *     was cut there
 */
public record ActiveMembers(Window window, long members, boolean windowComplete) {}
