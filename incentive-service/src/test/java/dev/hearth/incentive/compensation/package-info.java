@NullMarked
package dev.hearth.incentive.compensation;

import org.jspecify.annotations.NullMarked;
