/** Work that falls due with time: run by every replica, in bounded batches, catching up. */
@NullMarked
package dev.hearth.incentive.job;

import org.jspecify.annotations.NullMarked;
