@NullMarked
package dev.hearth.local.test;

import org.jspecify.annotations.NullMarked;
