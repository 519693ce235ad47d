/** Who belongs: communities, their groups and members. */
@NullMarked
package dev.hearth.member;

import org.jspecify.annotations.NullMarked;
