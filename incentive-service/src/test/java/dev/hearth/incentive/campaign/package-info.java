@NullMarked
package dev.hearth.incentive.campaign;

import org.jspecify.annotations.NullMarked;
