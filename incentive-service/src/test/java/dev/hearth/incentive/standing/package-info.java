@NullMarked
package dev.hearth.incentive.standing;

import org.jspecify.annotations.NullMarked;
