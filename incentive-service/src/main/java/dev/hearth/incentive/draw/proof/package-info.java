/**
 * How winners follow from what was published: the commitment to a seed, the frozen terms, the ordered lists of entries.
 * Pure, so that any program can do the same; {@code deploy/tools/verify_draw.py} is one.
 */
@NullMarked
package dev.hearth.incentive.draw.proof;

import org.jspecify.annotations.NullMarked;
