/** The members behind every figure: listed by the query that counts them. */
@NullMarked
package dev.hearth.analytics.drill;

import org.jspecify.annotations.NullMarked;
