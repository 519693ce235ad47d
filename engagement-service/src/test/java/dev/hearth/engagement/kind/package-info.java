/** Tests of kinds. */
@NullMarked
package dev.hearth.engagement.kind;

import org.jspecify.annotations.NullMarked;
