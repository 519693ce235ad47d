package dev.hearth.analytics.projection;

import java.time.Instant;

/**
 * How fresh figures are.
 *
 * @param measuredAt when the end of the topic was asked last
 * @param lag events recorded by then that the figures do not have yet
 * @param catchingUp whether the figures are being rebuilt: they miss more than the events of the last moments
 */
public record AsOf(Instant measuredAt, long lag, boolean catchingUp) {}
