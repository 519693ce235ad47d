/** Tests of verified tokens. */
@NullMarked
package dev.hearth.engagement.token;

import org.jspecify.annotations.NullMarked;
