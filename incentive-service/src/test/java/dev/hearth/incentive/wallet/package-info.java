@NullMarked
package dev.hearth.incentive.wallet;

import org.jspecify.annotations.NullMarked;
