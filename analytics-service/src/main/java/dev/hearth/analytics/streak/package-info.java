/** Days in a row on which members act. */
@NullMarked
package dev.hearth.analytics.streak;

import org.jspecify.annotations.NullMarked;
