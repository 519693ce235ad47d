/** The rules of style that are checked in every build, and the proof that each of them can fail. */
@NullMarked
package dev.hearth.platform.architecture;

import org.jspecify.annotations.NullMarked;
