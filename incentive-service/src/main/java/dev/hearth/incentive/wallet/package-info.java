/** What members have: the one door through which features move points, and tell of it. */
@NullMarked
package dev.hearth.incentive.wallet;

import org.jspecify.annotations.NullMarked;
