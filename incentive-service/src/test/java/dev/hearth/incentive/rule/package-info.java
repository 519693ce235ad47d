@NullMarked
package dev.hearth.incentive.rule;

import org.jspecify.annotations.NullMarked;
