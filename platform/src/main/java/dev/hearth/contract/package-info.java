/** What all contracts share. */
@NullMarked
package dev.hearth.contract;

import org.jspecify.annotations.NullMarked;
