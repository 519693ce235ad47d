/** Privileges (特权): titles, pins, access, for a time; granted by redemptions, by other features and by operators. */
@NullMarked
package dev.hearth.incentive.privilege;

import org.jspecify.annotations.NullMarked;
