@NullMarked
package dev.hearth.incentive;

import org.jspecify.annotations.NullMarked;
