/** Answers that are kept for ever: the records of {@code hearth.answer-state}. */
@NullMarked
package dev.hearth.contract.answer;

import org.jspecify.annotations.NullMarked;
