package dev.hearth.incentive.accrual;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Settles claims one after the other, each knowing what those before it took. */
final class Settling {
    private final Past past;
    private final List<Award> awards = new ArrayList<>();
    private final List<Refusal> refused = new ArrayList<>();
    private final Map<UsageKey, Usage> usages = new HashMap<>();
    private final Map<ProgressKey, Progress> progress = new HashMap<>();
    private final Set<ClaimKey> matched = new HashSet<>();
    private final Map<BudgetKey, Long> drawn = new HashMap<>();
    /** Events that a rule of an exclusive group has paid. */
    private final Set<ClaimKey> spent = new HashSet<>();

    Settling(Past past) {
        this.past = past;
    }

    Settlement done() {
        return new Settlement(awards, refused, usages, progress, matched, drawn);
    }

    /** What was paid before keeps its exclusive group from paying the event again. */
    void remember(Claim claim) {
        if (past.paid().contains(claim.key())) {
            spend(claim);
        }
    }

    void settle(Claim claim) {
        ClaimKey key = claim.key();
        if (!past.paid().contains(key) && isDue(claim, key) && !isSpent(claim)) {
            pay(claim);
        }
    }

    private boolean isDue(Claim claim, ClaimKey key) {
        Pace pace = claim.rule().pace();
        if (!pace.remembers()) {
            return true;
        }
        if (past.matched().contains(key) || !matched.add(key)) {
            return false;
        }
        Progress before = now(claim.progressKey());
        Progress counted = before.counting(claim.occurrence().localDate());
        progress.put(claim.progressKey(), counted);
        return pace.allows(claim.occurrence(), before, counted);
    }

    private void pay(Claim claim) {
        List<Credit> credits = new ArrayList<>(claim.parts().size());
        boolean pays = false;
        for (Claim.Part part : claim.parts()) {
            Credit credit = credit(claim, part);
            pays |= credit.points() != 0;
            credits.add(credit);
        }
        if (pays) {
            awards.add(new Award(claim, credits));
            spend(claim);
            if (claim.rule().pace().remembers()) {
                progress.put(
                        claim.progressKey(),
                        now(claim.progressKey()).paying(claim.occurrence().occurredAt()));
            }
        }
    }

    private Credit credit(Claim claim, Claim.Part part) {
        Rank rank = past.tiers().get(new MemberKey(claim.occurrence().community(), part.member()));
        long multiplied = claim.rule().pay().multiplied(part.points(), rank);
        if (multiplied < 0) {
            return new Credit(part.member(), multiplied, part.points(), multiplied, List.of());
        }
        List<Credit.Cut> cuts = new ArrayList<>(0);
        long points = drawn(claim, part, capped(claim, part, multiplied, cuts), cuts);
        if (points > 0) {
            count(claim, part, points);
        }
        return new Credit(part.member(), points, part.points(), multiplied, cuts);
    }

    private long capped(Claim claim, Claim.Part part, long wanted, List<Credit.Cut> cuts) {
        long points = wanted;
        for (Cap cap : claim.rule().caps()) {
            long allowed = cap.allow(points, now(claim.usageKey(part, cap)));
            if (allowed < points) {
                cuts.add(new Credit.Cut(cap.key(), allowed));
            }
            points = allowed;
        }
        return points;
    }

    private long drawn(Claim claim, Claim.Part part, long wanted, List<Credit.Cut> cuts) {
        String budget = claim.rule().pay().budget();
        if (budget == null || wanted == 0) {
            return wanted;
        }
        BudgetKey key = new BudgetKey(
                claim.occurrence().community(), budget, claim.rule().currency());
        Fund fund = past.funds().getOrDefault(key, Fund.NONE);
        Optional<String> refusal =
                fund.refusal().apply(part.member(), claim.occurrence().occurredAt());
        long left = refusal.isPresent() ? 0 : Math.max(0, fund.left() - drawn.getOrDefault(key, 0L));
        long points = Math.min(wanted, left);
        if (points < wanted) {
            cuts.add(new Credit.Cut("budget/" + budget, points));
        }
        if (points == 0) {
            refused.add(new Refusal(claim, part.member(), refusal.orElse("the budget has nothing left")));
        } else {
            drawn.merge(key, points, Long::sum);
        }
        return points;
    }

    /** Two caps with one key (a rule's own in points and in times) share one count, counted once. */
    private void count(Claim claim, Claim.Part part, long points) {
        List<Cap> caps = claim.rule().caps();
        if (caps.size() == 1) {
            count(claim.usageKey(part, caps.getFirst()), points);
        } else if (!caps.isEmpty()) {
            Set<UsageKey> keys = new LinkedHashSet<>();
            caps.forEach(cap -> keys.add(claim.usageKey(part, cap)));
            keys.forEach(key -> count(key, points));
        }
    }

    private void count(UsageKey key, long points) {
        usages.put(key, now(key).plus(points));
    }

    private Usage now(UsageKey key) {
        Usage changed = usages.get(key);
        return changed == null ? past.usages().getOrDefault(key, Usage.NONE) : changed;
    }

    private Progress now(ProgressKey key) {
        Progress changed = progress.get(key);
        return changed == null ? past.progress().getOrDefault(key, Progress.NONE) : changed;
    }

    private boolean isSpent(Claim claim) {
        String group = claim.rule().stacking().exclusive();
        return group != null && spent.contains(inGroup(claim, group));
    }

    private void spend(Claim claim) {
        String group = claim.rule().stacking().exclusive();
        if (group != null) {
            spent.add(inGroup(claim, group));
        }
    }

    private static ClaimKey inGroup(Claim claim, String group) {
        return new ClaimKey(claim.occurrence().community(), claim.occurrence().event(), group);
    }
}
