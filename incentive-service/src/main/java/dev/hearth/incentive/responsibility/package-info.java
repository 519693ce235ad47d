/** Who answers for a fault (责任40/30/30), and who is exempt because the fault was reported before it was discovered. */
@NullMarked
package dev.hearth.incentive.responsibility;

import org.jspecify.annotations.NullMarked;
