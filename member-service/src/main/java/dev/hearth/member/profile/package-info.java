/** Members: how they come, what is known of them, which groups they are in, where they stand, how they go. */
@NullMarked
package dev.hearth.member.profile;

import org.jspecify.annotations.NullMarked;
