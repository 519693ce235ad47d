@NullMarked
package dev.hearth.incentive.redpacket;

import org.jspecify.annotations.NullMarked;
