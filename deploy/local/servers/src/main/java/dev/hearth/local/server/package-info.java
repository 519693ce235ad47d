/**
 * Main classes of the child JVMs: a Kafka broker and a MongoDB-compatible server. Each runs with its own class path,
 * ends when the JVM that started it ends, and can be killed like the real thing.
 */
@NullMarked
package dev.hearth.local.server;

import org.jspecify.annotations.NullMarked;
