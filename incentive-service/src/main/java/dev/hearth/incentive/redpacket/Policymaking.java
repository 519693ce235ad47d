package dev.hearth.incentive.redpacket;

import dev.hearth.incentive.definition.Defining;
import jakarta.enterprise.context.ApplicationScoped;

/** Says what red packets may be. */
@ApplicationScoped
class Policymaking {
    private final Defining<RedPacketPolicy> defining;

    Policymaking(RedPacketPolicies policies) {
        this.defining = policies.defining();
    }

    Defining<RedPacketPolicy> defining() {
        return defining;
    }
}
