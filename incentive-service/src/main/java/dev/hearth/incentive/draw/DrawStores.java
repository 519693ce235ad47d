package dev.hearth.incentive.draw;

import jakarta.enterprise.context.ApplicationScoped;

/** The stores of draws together: every use case needs most of them. */
@ApplicationScoped
class DrawStores {
    private final Draws draws;
    private final Entries entries;
    private final Wins wins;

    DrawStores(Draws draws, Entries entries, Wins wins) {
        this.draws = draws;
        this.entries = entries;
        this.wins = wins;
    }

    Draws draws() {
        return draws;
    }

    Entries entries() {
        return entries;
    }

    Wins wins() {
        return wins;
    }
}
