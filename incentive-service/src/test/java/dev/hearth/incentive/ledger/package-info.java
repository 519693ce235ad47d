@NullMarked
package dev.hearth.incentive.ledger;

import org.jspecify.annotations.NullMarked;
