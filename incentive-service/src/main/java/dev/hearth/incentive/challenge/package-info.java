/** Challenges (任务宝): staged prizes for what members do, and for the friends they bring. */
@NullMarked
package dev.hearth.incentive.challenge;

import org.jspecify.annotations.NullMarked;
