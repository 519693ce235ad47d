@NullMarked
package dev.hearth.incentive.reward;

import org.jspecify.annotations.NullMarked;
