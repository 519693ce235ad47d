/** Groups (群) of a community. */
@NullMarked
package dev.hearth.member.group;

import org.jspecify.annotations.NullMarked;
