@NullMarked
package dev.hearth.incentive.earning.whatif;

import org.jspecify.annotations.NullMarked;
