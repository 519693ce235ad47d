/**
 * How far a member is in a challenge, and which of its stages that reaches or loses: pure functions of what counted.
 */
@NullMarked
package dev.hearth.incentive.milestone;

import org.jspecify.annotations.NullMarked;
