/** Tests of the whole service. */
@NullMarked
package dev.hearth.engagement;

import org.jspecify.annotations.NullMarked;
