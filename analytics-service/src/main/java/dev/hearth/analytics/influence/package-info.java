/** Who moves a community: what acts contribute, and the love, reach and gravity of each member. */
@NullMarked
package dev.hearth.analytics.influence;

import org.jspecify.annotations.NullMarked;
