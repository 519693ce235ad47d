/** What every operation's description has in common, said once. */
@NullMarked
package dev.hearth.platform.openapi;

import org.jspecify.annotations.NullMarked;
