package dev.hearth.incentive.privilege;

import dev.hearth.contract.incentive.PrivilegeKind;
import dev.hearth.incentive.ledger.Holder;
import org.jspecify.annotations.Nullable;

/**
 * A privilege to be granted.
 *
 * @param holder who gets it
 * @param kind what it lets the member do or be
 * @param name the title, the pinned place, what is accessible, or the group's id; 1 to 100 characters
 * @param days how long, in days of 24 hours, 1 to 3,650; null if it does not end by itself
 * @param source what for, e.g. {@code redemption/<id>}: a source grants the same privilege to a member once
 * @param by who grants it: a token's subject, or the name of a job
 */
public record Grant(
        Holder holder,
        PrivilegeKind kind,
        String name,
        @Nullable Integer days,
        String source,
        String by) {}
