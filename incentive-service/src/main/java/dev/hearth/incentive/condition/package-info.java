/**
 * Conditions and amounts in CEL (Common Expression Language): typed against a declared vocabulary and bounded when they
 * are saved, evaluated without ever throwing.
 */
@NullMarked
package dev.hearth.incentive.condition;

import org.jspecify.annotations.NullMarked;
