@NullMarked
package dev.hearth.analytics.acquisition;

import org.jspecify.annotations.NullMarked;
