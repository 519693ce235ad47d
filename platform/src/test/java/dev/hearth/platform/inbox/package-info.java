@NullMarked
package dev.hearth.platform.inbox;

import org.jspecify.annotations.NullMarked;
