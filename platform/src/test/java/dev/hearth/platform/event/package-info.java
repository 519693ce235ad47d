@NullMarked
package dev.hearth.platform.event;

import org.jspecify.annotations.NullMarked;
