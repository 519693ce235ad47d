@NullMarked
package dev.hearth.incentive.job;

import org.jspecify.annotations.NullMarked;
