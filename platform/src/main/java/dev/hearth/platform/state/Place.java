package dev.hearth.platform.state;

/** Where things happen. */
public sealed interface Place permits Community, Group {}
