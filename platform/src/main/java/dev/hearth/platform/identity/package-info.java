/** Who calls, and what they may do. Whatever is not allowed explicitly is refused. */
@NullMarked
package dev.hearth.platform.identity;

import org.jspecify.annotations.NullMarked;
