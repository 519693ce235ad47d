@NullMarked
package dev.hearth.incentive.badge;

import org.jspecify.annotations.NullMarked;
