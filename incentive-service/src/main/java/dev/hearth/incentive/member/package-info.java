/** The members as member-service tells of them, in this replica's memory. */
@NullMarked
package dev.hearth.incentive.member;

import org.jspecify.annotations.NullMarked;
