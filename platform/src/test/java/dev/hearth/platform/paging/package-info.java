@NullMarked
package dev.hearth.platform.paging;

import org.jspecify.annotations.NullMarked;
