@NullMarked
package dev.hearth.incentive.redemption;

import org.jspecify.annotations.NullMarked;
