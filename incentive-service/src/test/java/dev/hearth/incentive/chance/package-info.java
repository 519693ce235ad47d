@NullMarked
package dev.hearth.incentive.chance;

import org.jspecify.annotations.NullMarked;
