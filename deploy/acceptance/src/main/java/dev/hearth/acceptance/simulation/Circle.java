package dev.hearth.acceptance.simulation;

/**
 * A group.
 *
 * @param id such as {@code dawn-runners-g007}
 * @param name display name
 * @param mood what it is like
 * @param owner id of the member who owns it (群主)
 */
public record Circle(String id, String name, Mood mood, String owner) {}
