/** What a community brings and costs, by model, campaign, channel, partner and group, and what comes back on it. */
@NullMarked
package dev.hearth.analytics.revenue;

import org.jspecify.annotations.NullMarked;
