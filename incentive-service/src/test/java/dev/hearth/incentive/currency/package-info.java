@NullMarked
package dev.hearth.incentive.currency;

import org.jspecify.annotations.NullMarked;
