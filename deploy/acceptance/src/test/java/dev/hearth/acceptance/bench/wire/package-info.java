@NullMarked
package dev.hearth.acceptance.bench.wire;

import org.jspecify.annotations.NullMarked;
