package dev.hearth.incentive.earning.whatif;

import dev.hearth.incentive.accrual.Award;
import dev.hearth.incentive.accrual.Credit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** What was paid in a window, by currency, member and day: under the rules in force, and under the proposed ones. */
final class Tally {
    private final Window window;
    private final int mostMembers;
    private final Map<String, InCurrency> currencies = new TreeMap<>();
    private int members;

    /** Under which rules. */
    enum Rules {
        CURRENT,
        PROPOSED
    }

    /** Points under both. */
    static final class Points {
        private long current;
        private long proposed;

        void add(Rules rules, long points) {
            switch (rules) {
                case CURRENT -> current = Math.addExact(current, points);
                case PROPOSED -> proposed = Math.addExact(proposed, points);
            }
        }

        long of(Rules rules) {
            return switch (rules) {
                case CURRENT -> current;
                case PROPOSED -> proposed;
            };
        }

        long difference() {
            return Math.subtractExact(proposed, current);
        }
    }

    /**
     * What was paid in one currency.
     *
     * @param credited to members
     * @param debited from them, what they owe for it included; a positive number
     * @param awards how many
     * @param members by id, those to whom anything was paid or from whom it was taken
     * @param days of the window, in order
     */
    record InCurrency(Points credited, Points debited, Points awards, Map<String, Points> members, List<Points> days) {
        static InCurrency over(Window window) {
            List<Points> days = new ArrayList<>(window.days());
            for (int day = 0; day < window.days(); day++) {
                days.add(new Points());
            }
            return new InCurrency(new Points(), new Points(), new Points(), new HashMap<>(), days);
        }

        long difference() {
            return Math.subtractExact(credited.difference(), debited.difference());
        }
    }

    /** @param mostMembers how many may be counted, once in each currency */
    Tally(Window window, int mostMembers) {
        this.window = window;
        this.mostMembers = mostMembers;
    }

    void add(Rules rules, Award award) {
        var day = award.claim().occurrence().localDate();
        if (!window.holds(day)) {
            return;
        }
        InCurrency in =
                currencies.computeIfAbsent(award.claim().rule().currency(), currency -> InCurrency.over(window));
        in.awards().add(rules, 1);
        for (Credit credit : award.credits()) {
            if (credit.points() != 0) {
                (credit.points() > 0 ? in.credited() : in.debited()).add(rules, Math.abs(credit.points()));
                in.days().get(window.index(day)).add(rules, credit.points());
                in.members().computeIfAbsent(credit.member(), this::counted).add(rules, credit.points());
            }
        }
    }

    boolean isFull() {
        return members > mostMembers;
    }

    Map<String, InCurrency> currencies() {
        return currencies;
    }

    private Points counted(String member) {
        members++;
        return new Points();
    }
}
