/** Red packets (红包): points that a member or the community gives away in shares, each to who comes first. */
@NullMarked
package dev.hearth.incentive.redpacket;

import org.jspecify.annotations.NullMarked;
