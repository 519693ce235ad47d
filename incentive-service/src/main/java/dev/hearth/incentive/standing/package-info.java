/** On which tier a member stands, as a pure function of what was earned on each day and of the scheme (等级制度). */
@NullMarked
package dev.hearth.incentive.standing;

import org.jspecify.annotations.NullMarked;
