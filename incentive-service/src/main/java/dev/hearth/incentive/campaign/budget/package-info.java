/**
 * The points that campaigns may spend: one budget for all partitions, held in slices so that no row is hot. Other
 * features draw by {@link dev.hearth.incentive.campaign.budget.Budgets}.
 */
@NullMarked
package dev.hearth.incentive.campaign.budget;

import org.jspecify.annotations.NullMarked;
