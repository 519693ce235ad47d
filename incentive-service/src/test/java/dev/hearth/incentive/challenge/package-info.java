@NullMarked
package dev.hearth.incentive.challenge;

import org.jspecify.annotations.NullMarked;
