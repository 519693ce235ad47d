@NullMarked
package dev.hearth.platform.time;

import org.jspecify.annotations.NullMarked;
