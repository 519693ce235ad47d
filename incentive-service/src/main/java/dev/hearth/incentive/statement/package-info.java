/** What the books say, over HTTP: balances, entries, the trial balance. */
@NullMarked
package dev.hearth.incentive.statement;

import org.jspecify.annotations.NullMarked;
