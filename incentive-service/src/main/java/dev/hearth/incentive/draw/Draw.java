package dev.hearth.incentive.draw;

import dev.hearth.contract.incentive.DrawMode;
import dev.hearth.incentive.chance.Chance;
import dev.hearth.incentive.chance.Seed;
import dev.hearth.incentive.draw.proof.DrawId;
import dev.hearth.incentive.draw.proof.Drawing;
import dev.hearth.incentive.draw.proof.Stake;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A draw as it stands.
 *
 * @param id names it for ever
 * @param version grows with every change
 * @param status where it stands
 * @param terms what it says
 * @param text the terms in the characters that are hashed
 * @param changedAt when it last changed
 * @param changedBy who changed it: the token's subject
 * @param published what was fixed when it opened; null for a draft
 * @param ending what has come of it since
 */
record Draw(
        DrawId id,
        long version,
        DrawStatus status,
        DrawTerms terms,
        String text,
        Instant changedAt,
        String changedBy,
        @Nullable Published published,
        Ending ending) {
    /** Lists of a draw at closing: members wait only for others of the same list. */
    private static final int LANES = 16;

    /**
     * What was fixed when it opened.
     *
     * @param termsHash SHA-256 of the terms
     * @param seed decides; secret until the end
     * @param salt hides who is behind an entrant; secret for ever
     * @param openedAt when
     */
    record Published(String termsHash, Seed seed, Seed salt, Instant openedAt) {}

    /**
     * What came later.
     *
     * @param root of the closed lists
     * @param closedAt when they were closed
     * @param beacon what the world said
     * @param endedAt when it was drawn or cancelled
     * @param reason why it was cancelled
     */
    record Ending(
            @Nullable String root,
            @Nullable Instant closedAt,
            @Nullable String beacon,
            @Nullable Instant endedAt,
            @Nullable String reason) {
        static final Ending NONE = new Ending(null, null, null, null, null);
    }

    String community() {
        return id.community();
    }

    Published opened() {
        return Objects.requireNonNull(published, "a draft was taken for a published draw");
    }

    boolean isInstant() {
        return terms.mode() == DrawMode.INSTANT;
    }

    int lanes() {
        return isInstant() ? 1 : LANES;
    }

    /** The list that holds the member's entries. */
    int lane(String member) {
        return Math.floorMod(member.hashCode(), lanes());
    }

    Instant opensAt() {
        return Objects.requireNonNull(terms.opensAt());
    }

    Instant closesAt() {
        return Objects.requireNonNull(terms.closesAt());
    }

    Instant drawsAt() {
        return terms.drawsAt() == null || isInstant() ? closesAt() : terms.drawsAt();
    }

    long cost() {
        return terms.cost() == null ? 0 : terms.cost();
    }

    boolean needsBeacon() {
        return terms.beacon() != null;
    }

    boolean isOver() {
        return status == DrawStatus.DRAWN || status == DrawStatus.CANCELLED;
    }

    List<Prize> prizes() {
        return Objects.requireNonNull(terms.prizes());
    }

    Prize prize(String prize) {
        return prizes().stream()
                .filter(one -> one.id().equals(prize))
                .findFirst()
                .orElseThrow();
    }

    Drawing drawing() {
        List<Stake> stakes = prizes().stream().map(Prize::stake).toList();
        return new Drawing(stakes, Objects.requireNonNull(terms.winsPerMember()));
    }

    /** What decides: for an instant draw from its opening on, otherwise once it is closed and has its beacon. */
    Chance chance() {
        String root = isInstant() ? "" : Objects.requireNonNull(ending.root());
        String beacon = ending.beacon() == null ? "" : ending.beacon();
        return Drawing.chance(opened().seed(), id, opened().termsHash(), root, beacon);
    }

    /** What the ledger's transactions of it refer to. */
    String reference() {
        return "draw/" + id.draw();
    }
}
