@NullMarked
package dev.hearth.local;

import org.jspecify.annotations.NullMarked;
