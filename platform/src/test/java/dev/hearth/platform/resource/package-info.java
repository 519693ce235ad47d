@NullMarked
package dev.hearth.platform.resource;

import org.jspecify.annotations.NullMarked;
