/** What REST resources share: versions as entity tags, preconditions, the answer to a PUT. */
@NullMarked
package dev.hearth.platform.resource;

import org.jspecify.annotations.NullMarked;
