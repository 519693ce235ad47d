@NullMarked
package dev.hearth.incentive.definition;

import org.jspecify.annotations.NullMarked;
