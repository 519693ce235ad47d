@NullMarked
package dev.hearth.member.profile;

import org.jspecify.annotations.NullMarked;
