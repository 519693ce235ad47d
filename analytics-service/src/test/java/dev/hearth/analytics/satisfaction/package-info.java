@NullMarked
package dev.hearth.analytics.satisfaction;

import org.jspecify.annotations.NullMarked;
