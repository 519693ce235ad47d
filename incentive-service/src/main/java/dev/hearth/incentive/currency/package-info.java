/** The currencies of communities (积分, 成长值 …). */
@NullMarked
package dev.hearth.incentive.currency;

import org.jspecify.annotations.NullMarked;
