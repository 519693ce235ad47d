@NullMarked
package dev.hearth.platform.outbox;

import org.jspecify.annotations.NullMarked;
