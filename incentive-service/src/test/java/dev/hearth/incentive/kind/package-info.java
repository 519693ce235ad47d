@NullMarked
package dev.hearth.incentive.kind;

import org.jspecify.annotations.NullMarked;
