/** Bearer tokens, verified once a minute instead of with every request. */
@NullMarked
package dev.hearth.engagement.token;

import org.jspecify.annotations.NullMarked;
