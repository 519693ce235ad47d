@NullMarked
package dev.hearth.platform.identity;

import org.jspecify.annotations.NullMarked;
