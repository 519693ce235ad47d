/**
 * Proof that the figures are what the topics say: they are read again from their beginnings, beside what is served, and
 * compared at the same offsets; if wanted, the new takes the place of the old.
 */
@NullMarked
package dev.hearth.analytics.rebuild;

import org.jspecify.annotations.NullMarked;
