package dev.hearth.incentive.challenge;

import dev.hearth.contract.incentive.ChallengeStageLost;
import dev.hearth.contract.incentive.ChallengeStageReached;
import dev.hearth.contract.incentive.PrivilegeKind;
import dev.hearth.incentive.badge.Awarding;
import dev.hearth.incentive.ledger.Account;
import dev.hearth.incentive.ledger.Books;
import dev.hearth.incentive.ledger.Cause;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.incentive.ledger.Ledger;
import dev.hearth.incentive.ledger.Notes;
import dev.hearth.incentive.ledger.Transaction;
import dev.hearth.incentive.ledger.TransactionType;
import dev.hearth.incentive.ledger.When;
import dev.hearth.incentive.milestone.Step;
import dev.hearth.incentive.privilege.Grant;
import dev.hearth.incentive.privilege.Granting;
import dev.hearth.incentive.privilege.Privilege;
import dev.hearth.platform.event.Events;
import dev.hearth.platform.outbox.Outbox;
import dev.hearth.platform.time.Uuid7;
import io.smallrye.mutiny.Uni;
import io.vertx.mutiny.sqlclient.SqlConnection;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Gives the prize of a stage, and takes it back, while the member's books are open. */
@ApplicationScoped
class PrizeGiving {
    private static final String REASON = "its progress fell below the stage";

    private final Stages stages;
    private final Ledger ledger;
    private final Awarding awarding;
    private final Granting granting;
    private final Telling telling;

    PrizeGiving(Stages stages, Ledger ledger, Awarding awarding, Granting granting, Telling telling) {
        this.stages = stages;
        this.ledger = ledger;
        this.awarding = awarding;
        this.granting = granting;
        this.telling = telling;
    }

    /** Tells of stages; apart, so that giving has few parts. */
    @ApplicationScoped
    static class Telling {
        private final Events events;
        private final Outbox outbox;
        private final Uuid7 ids;
        private final LocalDates dates;

        Telling(Events events, Outbox outbox, Uuid7 ids, LocalDates dates) {
            this.events = events;
            this.outbox = outbox;
            this.ids = ids;
            this.dates = dates;
        }

        When when(Participant participant, Instant now) {
            return new When(now, dates.day(participant.community(), now));
        }

        UUID id() {
            return ids.next();
        }

        Uni<Void> tell(SqlConnection connection, Books books, Participant participant, Record payload) {
            return outbox.add(
                    connection,
                    List.of(events.ofMember(
                            participant.community(),
                            participant.member(),
                            books.version(participant.holder()),
                            payload)));
        }
    }

    /** Pays what the stage promises. */
    Uni<Void> give(SqlConnection connection, Books books, Participant participant, Challenge challenge, Stage reached) {
        Step.Reach step = reached.step();
        Prize prize = challenge.terms().stages().stream()
                .filter(stage -> stage.stage().equals(step.stage()))
                .findFirst()
                .orElseThrow()
                .prize();
        UUID transaction = pay(books, participant, step, prize);
        Won won = new Won(
                telling.id(),
                participant,
                step.stage(),
                step.attempt(),
                challenge.version(),
                step.target(),
                books.now(),
                null,
                transaction,
                prize);
        return stages.add(connection, won)
                .chain(() -> award(connection, books, won))
                .chain(() -> grant(connection, books, won))
                .chain(() -> telling.tell(connection, books, participant, told(won, reached.progress())));
    }

    /** A stage that was reached, and how far the member then was. */
    record Stage(Step.Reach step, long progress) {}

    private @Nullable UUID pay(Books books, Participant participant, Step.Reach step, Prize prize) {
        Prize.Points points = prize.points();
        if (points == null) {
            return null;
        }
        CurrencyId currency = new CurrencyId(participant.community(), points.currency());
        Integer days = points.expireDays();
        return books.draft(
                        TransactionType.GRANTED,
                        new Cause.Requested(
                                participant.community(), Won.key(participant, step.stage(), step.attempt())),
                        telling.when(participant, books.now()))
                .note(Notes.on(Won.badgeSource(participant, step.stage())))
                .credit(
                        currency,
                        participant.member(),
                        points.amount(),
                        days == null ? Account.NEVER : books.now().plus(Duration.ofDays(days)),
                        Account.issuer(currency, books.shard()))
                .record()
                .id();
    }

    private Uni<Void> award(SqlConnection connection, Books books, Won won) {
        String badge = won.prize().badge();
        return badge == null
                ? Uni.createFrom().voidItem()
                : awarding.award(
                        connection,
                        books,
                        won.participant().holder(),
                        badge,
                        Won.badgeSource(won.participant(), won.stage()));
    }

    private Uni<Void> grant(SqlConnection connection, Books books, Won won) {
        String privilege = won.prize().privilege();
        if (privilege == null) {
            return Uni.createFrom().voidItem();
        }
        Grant grant = new Grant(
                won.participant().holder(),
                PrivilegeKind.ACCESS,
                privilege,
                won.prize().privilegeDays(),
                won.source(),
                PrizeJob.NAME);
        return granting.grant(connection, books, grant).replaceWithVoid();
    }

    /** Locks what the stage's privilege is; before the books are opened. */
    Uni<List<Privilege>> lockPrivileges(SqlConnection connection, Won won) {
        return won.prize().privilege() == null
                ? Uni.createFrom().item(List.of())
                : granting.lockActiveOf(connection, won.participant().community(), won.source());
    }

    /** What is taken back: how far the member is now, and the privileges that were locked. */
    record Loss(Won won, long progress, List<Privilege> privileges) {}

    /** Takes back what the stage gave. */
    Uni<Void> takeBack(SqlConnection connection, Books books, Loss loss) {
        Won won = loss.won();
        return reverse(connection, books, won)
                .chain(reversal -> revokeBadge(connection, books, won)
                        .chain(() -> granting.revoke(connection, books, loss.privileges(), PrizeJob.NAME, REASON))
                        .chain(() -> stages.lose(connection, won, books.now()))
                        .chain(() -> telling.tell(
                                connection, books, won.participant(), lost(won, loss.progress(), reversal))));
    }

    private Uni<Optional<UUID>> reverse(SqlConnection connection, Books books, Won won) {
        UUID transaction = won.transaction();
        if (transaction == null) {
            return Uni.createFrom().item(Optional.empty());
        }
        // An operator may have taken it back by hand.
        return stages.reversal(connection, transaction)
                .chain(done -> done.isPresent()
                        ? Uni.createFrom().item(done)
                        : ledger.find(connection, won.participant().community(), transaction)
                                .map(Optional::orElseThrow)
                                .map(original -> Optional.of(
                                        reverse(books, won, original).id())));
    }

    private Transaction reverse(Books books, Won won, Transaction original) {
        Participant participant = won.participant();
        return books.draft(
                        TransactionType.REVERSED,
                        new Cause.Requested(
                                participant.community(), Won.key(participant, won.stage(), won.attempt()) + "/lost"),
                        telling.when(participant, books.now()))
                .note(Notes.on(Won.badgeSource(participant, won.stage())))
                .reverse(original)
                .record();
    }

    private Uni<Boolean> revokeBadge(SqlConnection connection, Books books, Won won) {
        String badge = won.prize().badge();
        return badge == null
                ? Uni.createFrom().item(false)
                : awarding.revoke(
                        connection,
                        books,
                        won.participant().holder(),
                        badge,
                        Won.badgeSource(won.participant(), won.stage()),
                        REASON);
    }

    private static ChallengeStageReached told(Won won, long progress) {
        Prize.Points points = won.prize().points();
        UUID transaction = won.transaction();
        return new ChallengeStageReached(
                won.participant().member(),
                won.participant().challenge(),
                won.version(),
                won.stage(),
                won.attempt(),
                progress,
                transaction == null ? null : transaction.toString(),
                points == null ? null : points.currency(),
                points == null ? null : points.amount(),
                won.prize().badge(),
                won.prize().privilege());
    }

    private static ChallengeStageLost lost(Won won, long progress, Optional<UUID> reversal) {
        return new ChallengeStageLost(
                won.participant().member(),
                won.participant().challenge(),
                won.stage(),
                won.attempt(),
                progress,
                reversal.map(UUID::toString).orElse(null),
                won.prize().badge(),
                won.prize().privilege());
    }
}
