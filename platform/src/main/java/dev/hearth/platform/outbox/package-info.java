/**
 * The transactional outbox: what a database transaction owes to Kafka is a row of that transaction; the relay sends it
 * and deletes it.
 */
@NullMarked
package dev.hearth.platform.outbox;

import org.jspecify.annotations.NullMarked;
