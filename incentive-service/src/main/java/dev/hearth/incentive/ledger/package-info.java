/**
 * The double-entry ledger: accounts, immutable transactions, postings, balances. Depends on nothing of the service: no
 * REST, no Kafka, no Quarkus.
 */
@NullMarked
package dev.hearth.incentive.ledger;

import org.jspecify.annotations.NullMarked;
