/** What becomes of any figure's answer: it is compared with a baseline, kept as a version, exported. */
@NullMarked
package dev.hearth.analytics.answer;

import org.jspecify.annotations.NullMarked;
