/** The incentive service: what members earn, and the books that prove it. */
@NullMarked
package dev.hearth.incentive;

import org.jspecify.annotations.NullMarked;
