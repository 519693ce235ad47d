/** What was tried and when, and what came after it. */
@NullMarked
package dev.hearth.analytics.journal;

import org.jspecify.annotations.NullMarked;
