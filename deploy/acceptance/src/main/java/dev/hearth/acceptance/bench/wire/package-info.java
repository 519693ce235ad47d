/**
 * What a service says to PostgreSQL, recorded as it passes and said again by a client that does nothing else: the
 * baseline of everything that is bound to the database, with the same statements by construction.
 */
@NullMarked
package dev.hearth.acceptance.bench.wire;

import org.jspecify.annotations.NullMarked;
