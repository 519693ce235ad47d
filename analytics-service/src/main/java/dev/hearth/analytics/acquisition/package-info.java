/** Where members come from, and what becomes of them. */
@NullMarked
package dev.hearth.analytics.acquisition;

import org.jspecify.annotations.NullMarked;
