@NullMarked
package dev.hearth.incentive.statement;

import org.jspecify.annotations.NullMarked;
