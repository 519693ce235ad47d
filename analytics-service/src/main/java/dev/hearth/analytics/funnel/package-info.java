/** How many members go through steps one after the other. */
@NullMarked
package dev.hearth.analytics.funnel;

import org.jspecify.annotations.NullMarked;
