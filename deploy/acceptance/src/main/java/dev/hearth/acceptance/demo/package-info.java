/** {@code ./hearth up --demo}: fills a running suite with simulated communities, and lets them live on. */
@NullMarked
package dev.hearth.acceptance.demo;

import org.jspecify.annotations.NullMarked;
