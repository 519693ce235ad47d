@NullMarked
package dev.hearth.analytics.board;

import org.jspecify.annotations.NullMarked;
