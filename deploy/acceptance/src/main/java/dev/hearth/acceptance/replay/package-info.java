/** {@code hearth replay}: what once happened in a community, posted again through the public interface. */
@NullMarked
package dev.hearth.acceptance.replay;

import org.jspecify.annotations.NullMarked;
