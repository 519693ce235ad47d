package dev.hearth.local.stack;

import java.time.Duration;

/** Hears what happens to the parts; called from several threads. */
public interface StackObserver {

    /** Hears nothing. */
    StackObserver SILENT = new StackObserver() {};

    default void starting(Part part) {}

    default void ready(Part part, Duration took) {}

    /** It ended although nobody stopped the stack. */
    default void died(Part part) {}

    default void stopped(Part part) {}
}
