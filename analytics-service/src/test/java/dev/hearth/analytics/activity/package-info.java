@NullMarked
package dev.hearth.analytics.activity;

import org.jspecify.annotations.NullMarked;
