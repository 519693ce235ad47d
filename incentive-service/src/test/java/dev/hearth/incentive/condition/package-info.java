@NullMarked
package dev.hearth.incentive.condition;

import org.jspecify.annotations.NullMarked;
