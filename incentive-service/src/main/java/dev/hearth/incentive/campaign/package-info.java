/** Campaigns (活动): a name, a period, targets, budgets of points and money, and who is held out to compare with. */
@NullMarked
package dev.hearth.incentive.campaign;

import org.jspecify.annotations.NullMarked;
