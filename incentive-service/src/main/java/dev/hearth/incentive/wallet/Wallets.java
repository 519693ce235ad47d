package dev.hearth.incentive.wallet;

import dev.hearth.incentive.condition.MemberFacts;
import dev.hearth.incentive.currency.Coinage;
import dev.hearth.incentive.currency.CurrencyTerms;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.member.Members;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.RequestProblem;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlClient;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Tells whether points of a currency and a member may move at all. */
@ApplicationScoped
public class Wallets {
    private static final String ACTIVE = "ACTIVE";

    private final Coinage coinage;
    private final Members members;

    Wallets(Coinage coinage, Members members) {
        this.coinage = coinage;
        this.members = members;
    }

    /** The terms of a currency that can be spent; fails with a problem if there is none, or it only counts. */
    public Uni<CurrencyTerms> spendable(SqlClient client, CurrencyId currency) {
        return coinage.terms(client, currency).invoke(terms -> {
            if (terms.purpose() != CurrencyTerms.Purpose.SPENDABLE) {
                throw new ProblemException(
                        WalletProblem.NOT_SPENDABLE, "the currency " + currency.currency() + " is QUALIFYING");
            }
        });
    }

    /** The terms of a currency; fails with a problem if there is none. */
    public Uni<CurrencyTerms> terms(SqlClient client, CurrencyId currency) {
        return coinage.terms(client, currency);
    }

    /**
     * Fails with a problem where nothing is known of the member.
     *
     * @param pointer the field that names the member
     */
    public void requireKnown(String pointer, String community, String member) {
        var _ = facts(pointer, community, member);
    }

    /** Fails with a problem where the member is not known, or not active. */
    public void requireActive(String pointer, String community, String member) {
        String status = facts(pointer, community, member).status();
        if (!ACTIVE.equals(status)) {
            throw new ProblemException(
                    WalletProblem.MEMBER_NOT_ACTIVE,
                    new FieldError(pointer, "is " + member + ", who is " + status + ", must be " + ACTIVE));
        }
    }

    private MemberFacts facts(String pointer, String community, String member) {
        Optional<MemberFacts> found = members.find(community, member);
        if (found.isEmpty() && !members.isReady()) {
            throw new ProblemException(
                    RequestProblem.UNAVAILABLE,
                    "the members are still being read; try again",
                    List.of(),
                    Duration.ofSeconds(1));
        }
        return found.orElseThrow(() -> new ProblemException(
                WalletProblem.UNKNOWN_MEMBER,
                new FieldError(
                        pointer, "is " + member + ", whom the community does not know; enrol the member first")));
    }
}
