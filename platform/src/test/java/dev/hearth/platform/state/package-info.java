@NullMarked
package dev.hearth.platform.state;

import org.jspecify.annotations.NullMarked;
