/** The catalogue of rewards (奖励): what there is, for whom, when, at what price, how often, and what it costs. */
@NullMarked
package dev.hearth.incentive.reward;

import org.jspecify.annotations.NullMarked;
