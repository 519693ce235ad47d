package dev.hearth.incentive.wallet;

import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.ProblemType;

/** What can be wrong with moving points. */
public enum WalletProblem implements ProblemType {
    INSUFFICIENT_POINTS(409, "The member does not have so many points"),
    BALANCE_OUT_OF_RANGE(409, "A balance would be beyond ±(2^53 - 1)"),
    UNKNOWN_MEMBER(422, "There is no such member in the community"),
    MEMBER_NOT_ACTIVE(409, "The member is not active in the community"),
    NOT_SPENDABLE(409, "The currency only counts, it cannot be spent"),
    NOT_TRANSFERABLE(409, "The currency cannot be transferred"),
    TRANSFER_LIMIT_EXCEEDED(409, "The currency's limit of transfers would be exceeded"),
    UNKNOWN_ADJUSTMENT(404, "There is no such adjustment in the community"),
    ADJUSTMENT_DECIDED(409, "The adjustment has been decided"),
    SECOND_PERSON_NEEDED(403, "Whoever asked for it cannot decide about it"),
    UNKNOWN_HOLD(404, "There is no such hold in the community"),
    HOLD_ENDED(409, "The hold has ended otherwise"),
    HOLD_EXPIRED(409, "The hold's time is over"),
    MORE_THAN_HELD(422, "The hold is for fewer points"),
    MORE_THAN_CAPTURED(409, "More would be given back than was captured"),
    UNKNOWN_TRANSACTION(404, "There is no such transaction in the community"),
    NOT_REVERSIBLE(409, "A transaction of this type is taken back otherwise"),
    TRANSACTION_REVERSED(409, "The transaction has been reversed"),
    UNKNOWN_IMPORT(404, "There is no such import in the community"),
    IMPORT_STARTED(409, "The import has been started"),
    IMPORT_EMPTY(409, "The import has no rows yet");

    private final int status;
    private final String title;

    WalletProblem(int status, String title) {
        this.status = status;
        this.title = title;
    }

    @Override
    public int status() {
        return status;
    }

    @Override
    public String title() {
        return title;
    }

    /** The refusal of a member who has {@code available} of the {@code points} that are asked for. */
    public static ProblemException insufficient(String member, String currency, long points, long available) {
        return new ProblemException(
                INSUFFICIENT_POINTS,
                member + " can spend " + available + " " + currency + ", " + points + " are asked for");
    }

    /**
     * The refusal of what would make a balance, a member's or one that members share, more than can be told exactly.
     */
    static ProblemException beyondRange() {
        return new ProblemException(
                BALANCE_OUT_OF_RANGE,
                "no balance may be beyond ±9007199254740991, of a member or of the accounts that give and take; move"
                        + " fewer points");
    }
}
