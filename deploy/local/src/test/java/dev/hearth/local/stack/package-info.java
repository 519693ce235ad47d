@NullMarked
package dev.hearth.local.stack;

import org.jspecify.annotations.NullMarked;
