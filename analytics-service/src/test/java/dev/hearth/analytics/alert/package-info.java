@NullMarked
package dev.hearth.analytics.alert;

import org.jspecify.annotations.NullMarked;
