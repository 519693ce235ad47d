/** The packaged suite as a whole: started once, fed, killed, compared with what must come out. */
@NullMarked
package dev.hearth.acceptance.suite;

import org.jspecify.annotations.NullMarked;
