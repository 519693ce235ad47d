/**
 * The suite's infrastructure on one machine without Docker: a Kafka broker, PostgreSQL and a MongoDB-compatible server
 * as processes that can be stopped, killed and restarted on their port and data, for {@code ./hearth up} and for tests
 * alike.
 */
@NullMarked
package dev.hearth.local;

import org.jspecify.annotations.NullMarked;
