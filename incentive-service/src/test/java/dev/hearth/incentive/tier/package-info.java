@NullMarked
package dev.hearth.incentive.tier;

import org.jspecify.annotations.NullMarked;
