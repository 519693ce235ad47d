@NullMarked
package dev.hearth.acceptance.simulation;

import org.jspecify.annotations.NullMarked;
