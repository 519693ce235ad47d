@NullMarked
package dev.hearth.incentive.privilege;

import org.jspecify.annotations.NullMarked;
