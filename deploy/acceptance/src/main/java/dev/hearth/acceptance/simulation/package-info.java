/**
 * Communities that do not exist: a seed makes the same members, groups and deeds everywhere and always. Pure: no clock,
 * no files, no network. For the demo, for tests and for benchmarks, at any size.
 */
@NullMarked
package dev.hearth.acceptance.simulation;

import org.jspecify.annotations.NullMarked;
