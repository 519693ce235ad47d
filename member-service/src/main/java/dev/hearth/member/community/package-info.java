/** Communities (社群): the tenants of everything else. */
@NullMarked
package dev.hearth.member.community;

import org.jspecify.annotations.NullMarked;
