/** Lists as CSV and NDJSON. */
@NullMarked
package dev.hearth.analytics.export;

import org.jspecify.annotations.NullMarked;
