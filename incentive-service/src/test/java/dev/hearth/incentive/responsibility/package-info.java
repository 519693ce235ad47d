@NullMarked
package dev.hearth.incentive.responsibility;

import org.jspecify.annotations.NullMarked;
