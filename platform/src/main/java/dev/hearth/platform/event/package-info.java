/** The event envelope (CloudEvents 1.0) and its Kafka form. */
@NullMarked
package dev.hearth.platform.event;

import org.jspecify.annotations.NullMarked;
