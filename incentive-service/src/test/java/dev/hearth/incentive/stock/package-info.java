@NullMarked
package dev.hearth.incentive.stock;

import org.jspecify.annotations.NullMarked;
