@NullMarked
package dev.hearth.incentive.draw;

import org.jspecify.annotations.NullMarked;
