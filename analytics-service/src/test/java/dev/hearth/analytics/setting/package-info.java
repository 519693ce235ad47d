@NullMarked
package dev.hearth.analytics.setting;

import org.jspecify.annotations.NullMarked;
