@NullMarked
package dev.hearth.member.group;

import org.jspecify.annotations.NullMarked;
