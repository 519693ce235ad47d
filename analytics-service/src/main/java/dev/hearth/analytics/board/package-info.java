/**
 * Who does most and who gets how much: event counts, leaderboards kept up with every event, ranks, and how evenly it is
 * spread.
 */
@NullMarked
package dev.hearth.analytics.board;

import org.jspecify.annotations.NullMarked;
