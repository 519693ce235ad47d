/** What a community and its groups want to reach by when, how far they are, and who is told when they fall behind. */
@NullMarked
package dev.hearth.analytics.goal;

import org.jspecify.annotations.NullMarked;
