/**
 * The standard figures as a stream: hearth.metric has the last value of every cell, published when it changes. What has
 * to be computed again follows from the acts that were heard of since the last time, however late they are.
 */
@NullMarked
package dev.hearth.analytics.metric;

import org.jspecify.annotations.NullMarked;
