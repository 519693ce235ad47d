@NullMarked
package dev.hearth.incentive.milestone;

import org.jspecify.annotations.NullMarked;
