@NullMarked
package dev.hearth.analytics.journal;

import org.jspecify.annotations.NullMarked;
