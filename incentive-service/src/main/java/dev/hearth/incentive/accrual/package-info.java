/** What events earn: the pure core. Events, rules and what has counted towards caps go in; awards come out. */
@NullMarked
package dev.hearth.incentive.accrual;

import org.jspecify.annotations.NullMarked;
