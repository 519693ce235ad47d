@NullMarked
package dev.hearth.incentive.draw.proof;

import org.jspecify.annotations.NullMarked;
