/** What communities have said about their figures: the records of {@code hearth.setting-state}. */
@NullMarked
package dev.hearth.contract.setting;

import org.jspecify.annotations.NullMarked;
