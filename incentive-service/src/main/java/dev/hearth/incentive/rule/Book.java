package dev.hearth.incentive.rule;

import dev.hearth.incentive.accrual.Rule;
import dev.hearth.incentive.accrual.RuleBook;
import dev.hearth.incentive.currency.ExpiryPolicy;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A community's rules as they are in force at one revision, with what is not decided by the rules' core. */
public final class Book {
    private final String community;
    private final long revision;
    private final Statutes statutes;
    private final RuleBook rules;
    private final boolean looksAtTiers;
    /** Rules that do not say when what they pay expires, or from when on it can be spent, are not here. */
    private final Map<String, Payout> payouts = new HashMap<>();

    private Book(String community, long revision, Statutes statutes) {
        this.community = community;
        this.revision = revision;
        this.statutes = statutes;
        this.rules = new RuleBook(statutes.compiled());
        this.looksAtTiers = statutes.rules().values().stream().anyMatch(rule -> mentionsTier(rule.terms()));
        statutes.rules().forEach((id, rule) -> {
            if (rule.terms().expiry() != null || rule.terms().pending() != null) {
                payouts.put(id, Payout.of(rule.terms()));
            }
        });
    }

    private static boolean mentionsTier(RuleTerms terms) {
        return Stream.of(terms.condition(), terms.payOrPlain().formula())
                .anyMatch(cel -> cel != null && cel.contains("tier"));
    }

    static Book of(String community, long revision, Statutes statutes) {
        return new Book(community, revision, statutes);
    }

    public String community() {
        return community;
    }

    public RuleBook rules() {
        return rules;
    }

    /** Whether a condition or formula looks at the tier of who acts. */
    public boolean looksAtTiers() {
        return looksAtTiers;
    }

    /** What becomes of the points that a rule pays. */
    public Payout payout(Rule rule) {
        return payouts.getOrDefault(rule.id(), Payout.PLAIN);
    }

    long revision() {
        return revision;
    }

    Statutes statutes() {
        return statutes;
    }

    /** Where there are no rules. */
    public static Book empty(String community) {
        return new Book(community, 0, new Statutes(Map.of(), Map.of(), Map.of()));
    }

    /** The rules in force, as events meet them. */
    public List<Rule> inForce() {
        return statutes.compiled();
    }

    /**
     * What becomes of the points that a rule pays.
     *
     * @param expiry when they expire; empty: as the currency says
     * @param spendableAfter how long after the event they can be spent, where that decides
     * @param spendableOn the kind of event that makes them spendable, where that decides
     */
    public record Payout(
            Optional<ExpiryPolicy> expiry, Optional<Duration> spendableAfter, Optional<String> spendableOn) {
        public static final Payout PLAIN = new Payout(Optional.empty(), Optional.empty(), Optional.empty());

        static Payout of(RuleTerms terms) {
            PendingTerms pending = terms.pending();
            return new Payout(
                    Optional.ofNullable(terms.expiry()),
                    Optional.ofNullable(pending).map(PendingTerms::days).map(Duration::ofDays),
                    Optional.ofNullable(pending).map(PendingTerms::onKind));
        }

        /** Whether they cannot be spent at once. */
        public boolean isPending() {
            return spendableAfter.isPresent() || spendableOn.isPresent();
        }
    }
}
