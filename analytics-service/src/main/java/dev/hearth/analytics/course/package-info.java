/** How a figure of a few days grows from day to day: what goals are measured by, and what changes are judged by. */
@NullMarked
package dev.hearth.analytics.course;

import org.jspecify.annotations.NullMarked;
