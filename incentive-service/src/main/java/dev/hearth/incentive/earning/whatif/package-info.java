/**
 * What earning rules would have paid for the events of the last days, had other terms been in force: by replaying the
 * topics from their beginning, in memory, beside the books.
 */
@NullMarked
package dev.hearth.incentive.earning.whatif;

import org.jspecify.annotations.NullMarked;
