/** What was told on hearth.signal lately, for whoever looks instead of subscribing. */
@NullMarked
package dev.hearth.analytics.alert;

import org.jspecify.annotations.NullMarked;
