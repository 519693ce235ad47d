/**
 * Work that takes longer than a request: asked for, done step by step by one replica at a time, looked at by its id.
 */
@NullMarked
package dev.hearth.incentive.task;

import org.jspecify.annotations.NullMarked;
