@NullMarked
package dev.hearth.incentive.task;

import org.jspecify.annotations.NullMarked;
