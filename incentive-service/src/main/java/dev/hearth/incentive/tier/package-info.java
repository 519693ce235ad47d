/** Tiers (等级): the community's scheme, where each member stands, what operators pin, what a tier gives. */
@NullMarked
package dev.hearth.incentive.tier;

import org.jspecify.annotations.NullMarked;
