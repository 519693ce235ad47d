@NullMarked
package dev.hearth.member.community;

import org.jspecify.annotations.NullMarked;
