package dev.hearth.analytics.journal;

import dev.hearth.analytics.setting.AllSettings;
import dev.hearth.analytics.setting.Settings;
import jakarta.enterprise.context.ApplicationScoped;

/** The marks of all communities. */
@ApplicationScoped
class Journal {
    private final Settings<Mark> marks;

    Journal(AllSettings all) {
        this.marks = all.of("journal-mark", Mark.class);
    }

    Settings<Mark> marks() {
        return marks;
    }
}
