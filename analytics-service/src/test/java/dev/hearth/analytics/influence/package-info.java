@NullMarked
package dev.hearth.analytics.influence;

import org.jspecify.annotations.NullMarked;
