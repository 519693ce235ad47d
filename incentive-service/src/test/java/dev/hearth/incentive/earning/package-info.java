@NullMarked
package dev.hearth.incentive.earning;

import org.jspecify.annotations.NullMarked;
