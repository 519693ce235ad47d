/**
 * Effects of Kafka records, applied once: batches per partition go into a store in one transaction with the position
 * behind them; what can never be applied goes to the dead letters.
 */
@NullMarked
package dev.hearth.platform.inbox;

import org.jspecify.annotations.NullMarked;
