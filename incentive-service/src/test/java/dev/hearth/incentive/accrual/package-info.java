@NullMarked
package dev.hearth.incentive.accrual;

import org.jspecify.annotations.NullMarked;
