/** Compacted topics held in memory: what a service must know of others' state without asking them. */
@NullMarked
package dev.hearth.platform.state;

import org.jspecify.annotations.NullMarked;
