/** Applies what members did: each batch of hearth.engagement earns what the rules say, in one transaction. */
@NullMarked
package dev.hearth.incentive.earning;

import org.jspecify.annotations.NullMarked;
