package dev.hearth.analytics.health.pulse;

import dev.hearth.analytics.activity.Rows;

/** What the acts of one place mean for the groups. */
sealed interface Spot {
    /** What is done in a group. */
    record Deed(String group, String kind, Tally tally, GroupPulse pulse, boolean asks, boolean answers)
            implements Spot {
        void take(Rows.Row row, Questions questions) {
            tally.act(kind, row.day());
            pulse.beat(row.at());
            if (asks) {
                questions.ask(group, row.id(), row.target(), row.day(), row.at());
            }
            if (answers && row.target() != Rows.NO_TARGET) {
                questions.answer(row.target(), row.at());
            }
        }
    }

    /** Answers that are given outside of groups. */
    record Aside() implements Spot {
        void take(Rows.Row row, Questions questions) {
            if (row.target() != Rows.NO_TARGET) {
                questions.answer(row.target(), row.at());
            }
        }
    }

    /** Who leaves a group. */
    record Exit(Tally tally) implements Spot {}

    /** Nothing that matters here. */
    record Other() implements Spot {}
}
