/**
 * Compensation (补偿) that must return something: tied to an incident, paid from a campaign's budget, with a random
 * hold-out and a measured effect.
 */
@NullMarked
package dev.hearth.incentive.compensation;

import org.jspecify.annotations.NullMarked;
