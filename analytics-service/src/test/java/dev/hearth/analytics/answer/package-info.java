@NullMarked
package dev.hearth.analytics.answer;

import org.jspecify.annotations.NullMarked;
