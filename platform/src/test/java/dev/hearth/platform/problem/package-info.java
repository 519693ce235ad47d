@NullMarked
package dev.hearth.platform.problem;

import org.jspecify.annotations.NullMarked;
