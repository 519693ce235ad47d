package dev.hearth.analytics.activity;

/**
 * What was added since it was asked for last.
 *
 * @param additions what
 * @param to how far the topics were applied with it
 */
public record Stretch(Additions additions, Positions to) {}
