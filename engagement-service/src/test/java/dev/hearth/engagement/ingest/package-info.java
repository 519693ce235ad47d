/** Tests of the ingest. */
@NullMarked
package dev.hearth.engagement.ingest;

import org.jspecify.annotations.NullMarked;
