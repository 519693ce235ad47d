package dev.hearth.incentive.wallet;

import com.fasterxml.jackson.annotation.JsonInclude;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.Posting;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.incentive.ledger.TransactionType;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A transaction as callers see it, with all its postings. */
@Schema(name = "Transaction")
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TransactionView(
        @Schema(examples = "019a9c6e-3f00-7000-8000-000000000001")
        String transaction,

        @Schema(examples = "TRANSFERRED") TransactionType type,

        @Schema(description = "the event that a rule answered") @Nullable
        String sourceEvent,

        @Nullable String rule,
        @Nullable Integer ruleVersion,

        @Schema(description = "what else asked for it") @Nullable
        String key,

        @Schema(description = "what it belongs to") @Nullable
        String reference,

        @Schema(description = "the transaction that it takes back") @Nullable
        String reverses,

        @Schema(examples = "thank you") @Nullable String reason,

        @Schema(description = "who asked for it: the token's subject") @Nullable
        String actor,

        Instant occurredAt,
        LocalDate localDate,
        List<PostingView> postings) {
    public TransactionView {
        postings = List.copyOf(postings);
    }

    /** Points that move from one account to another. */
    @Schema(name = "Posting")
    public record PostingView(
            @Schema(examples = "points") String currency,
            @Schema(examples = "5") long amount,
            AccountView from,
            AccountView to) {
        static PostingView of(Posting posting) {
            return new PostingView(
                    posting.source().currency().currency(),
                    posting.amount().points(),
                    AccountView.of(posting.source()),
                    AccountView.of(posting.destination()));
        }
    }

    /** Where points are. */
    @Schema(name = "Account")
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record AccountView(
            @Schema(
                    description = "WALLET: a lot of a member; ISSUER, ADJUSTED …: of the community",
                    examples = "WALLET")
            Account.Kind kind,

            @Schema(description = "the member, or a part of the community's", examples = "ada")
            String owner,

            @Schema(description = "when the lot expires; absent: never") @Nullable
            Instant expiresAt) {
        static AccountView of(Account account) {
            return new AccountView(
                    account.kind(),
                    account.owner(),
                    account.expiresAt().equals(Account.NEVER) ? null : account.expiresAt());
        }
    }

    /** What of it callers see. */
    public static TransactionView of(Transaction transaction) {
        return switch (transaction.cause()) {
            case Cause.Earned(var _, String event, String rule, int version) ->
                of(transaction, event, rule, version, null);
            case Cause.Requested(var _, String key) -> of(transaction, null, null, null, key);
        };
    }

    private static TransactionView of(
            Transaction transaction,
            @Nullable String event,
            @Nullable String rule,
            @Nullable Integer version,
            @Nullable String key) {
        UUID reverses = transaction.notes().reverses();
        return new TransactionView(
                transaction.id().toString(),
                transaction.type(),
                event,
                rule,
                version,
                key,
                transaction.notes().reference(),
                reverses == null ? null : reverses.toString(),
                transaction.notes().reason(),
                transaction.notes().actor(),
                transaction.when().occurredAt(),
                transaction.when().localDate(),
                transaction.postings().stream().map(PostingView::of).toList());
    }
}
