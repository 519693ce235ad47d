package dev.hearth.incentive.rule;

import dev.hearth.incentive.currency.Coinage;
import dev.hearth.incentive.ledger.CurrencyId;
import dev.hearth.platform.paging.Page;
import dev.hearth.platform.paging.Paging;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.resource.IfMatch;
import dev.hearth.platform.resource.Put;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.quarkus.hibernate.reactive.panache.common.WithSession;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Makes earning rules and the caps they share. A change holds for every event that is applied after it, whenever that
 * occurred; what was applied before stays as it is.
 */
@ApplicationScoped
class Lawmaking {
    private final EarningRules rules;
    private final Caps caps;
    private final Revisions revisions;
    private final Coinage coinage;
    private final Clock clock;

    Lawmaking(EarningRules rules, Caps caps, Revisions revisions, Coinage coinage, Clock clock) {
        this.rules = rules;
        this.caps = caps;
        this.revisions = revisions;
        this.coinage = coinage;
        this.clock = clock;
    }

    /** Makes the rule, or a new version of the existing one, which needs {@code ifMatch}. */
    Uni<Put<EarningRuleVersion>> make(RuleId id, RuleTerms terms, IfMatch ifMatch, String who) {
        return Panache.withTransaction(() -> revisions
                .lock(id.community())
                .chain(revision -> rules.find(id)
                        .chain(found -> isSame(found.map(EarningRuleVersion::terms), terms)
                                ? existing(found.orElseThrow())
                                : next(id, terms, found.orElse(null), ifMatch, () -> change(revision, who)))));
    }

    /** Sets the cap, or a new version of the existing one, which needs {@code ifMatch}. */
    Uni<Put<CapVersion>> set(CapId id, CapTerms terms, IfMatch ifMatch, String who) {
        return Panache.withTransaction(() -> revisions
                .lock(id.community())
                .chain(revision -> caps.find(id)
                        .chain(found -> isSame(found.map(CapVersion::terms), terms)
                                ? existing(found.orElseThrow())
                                : next(id, terms, found.orElse(null), ifMatch, () -> change(revision, who)))));
    }

    @WithSession
    Uni<EarningRuleVersion> rule(RuleId id) {
        return rules.find(id)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        RuleProblem.UNKNOWN_RULE, "the community has no rule " + id.rule() + "; PUT it first")));
    }

    @WithSession
    Uni<CapVersion> cap(CapId id) {
        return caps.find(id)
                .map(found -> found.orElseThrow(() -> new ProblemException(
                        RuleProblem.UNKNOWN_CAP, "the community has no cap " + id.cap() + "; PUT it first")));
    }

    @WithSession
    Uni<Page<EarningRuleVersion>> rules(String community, Paging paging) {
        int limit = paging.limit();
        return rules.page(community, paging.after(), limit + 1)
                .map(rows -> Page.of(rows, limit, EarningRuleVersion::id));
    }

    @WithSession
    Uni<Page<CapVersion>> caps(String community, Paging paging) {
        int limit = paging.limit();
        return caps.page(community, paging.after(), limit + 1).map(rows -> Page.of(rows, limit, CapVersion::id));
    }

    /** All versions of a rule, newest first. */
    @WithSession
    Uni<Page<EarningRuleVersion>> versions(RuleId id, Paging paging) {
        int limit = paging.limit();
        int before = VersionCursor.before(paging.after());
        return rule(id).chain(known -> rules.versions(id, before, limit + 1))
                .map(rows -> Page.of(rows, limit, version -> Integer.toString(version.version())));
    }

    private Uni<Put<EarningRuleVersion>> next(
            RuleId id, RuleTerms terms, @Nullable EarningRuleVersion before, IfMatch ifMatch, Supplier<Change> change) {
        if (before != null) {
            ifMatch.require(before.version());
        }
        return requireCurrency(id, terms)
                .chain(() -> draft(id.community()))
                .invoke(draft -> draft.with(id, terms))
                .chain(draft -> rules.add(EarningRuleVersion.after(before, id, terms, change.get())))
                .map(made -> put(before, made));
    }

    private Uni<Put<CapVersion>> next(
            CapId id, CapTerms terms, @Nullable CapVersion before, IfMatch ifMatch, Supplier<Change> change) {
        if (before != null) {
            ifMatch.require(before.version());
        }
        return draft(id.community())
                .invoke(draft -> draft.with(id, terms))
                .chain(draft -> caps.add(CapVersion.after(before, id, terms, change.get())))
                .map(made -> put(before, made));
    }

    private Uni<DraftBook> draft(String community) {
        return rules.page(community, "", DraftBook.MAX)
                .chain(inForce ->
                        caps.page(community, "", DraftBook.MAX).map(limits -> new DraftBook(inForce, limits)));
    }

    private Uni<Void> requireCurrency(RuleId id, RuleTerms terms) {
        return coinage.knows(new CurrencyId(id.community(), terms.currency()))
                .invoke(known -> {
                    if (!known) {
                        throw new ProblemException(
                                RuleProblem.CURRENCY_NOT_INTRODUCED,
                                new FieldError(
                                        "/currency",
                                        "is " + terms.currency()
                                                + ", which the community does not have; PUT the currency first"));
                    }
                })
                .replaceWithVoid();
    }

    private Change change(BookRevision revision, String who) {
        return new Change(revision.turn(), clock.instant(), who);
    }

    private static <T> boolean isSame(Optional<T> found, T terms) {
        return found.filter(terms::equals).isPresent();
    }

    private static <T> Uni<Put<T>> existing(T value) {
        return Uni.createFrom().item(new Put.Existing<>(value));
    }

    private static <T> Put<T> put(@Nullable T before, T made) {
        return before == null ? new Put.Created<>(made) : new Put.Existing<>(made);
    }
}
