package dev.hearth.analytics.window;

import dev.hearth.analytics.activity.DaySpan;
import dev.hearth.analytics.setting.AllSettings;
import dev.hearth.analytics.setting.Setting;
import dev.hearth.analytics.setting.Settings;
import dev.hearth.platform.problem.FieldError;
import dev.hearth.platform.problem.ProblemException;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Objects;
import java.util.Optional;

/** The named windows of all communities. */
@ApplicationScoped
public class NamedWindows {
    private final Settings<NamedWindow> windows;

    NamedWindows(AllSettings settings) {
        this.windows = settings.of("window", NamedWindow.class);
    }

    /** The window's days; fails with 404 if the community has no such window. */
    public DaySpan days(String community, String window) {
        return named(community, window).days();
    }

    /** The days that the window is compared with; fails with 404 if they are those of a window that is gone. */
    public DaySpan baseline(String community, String window) {
        NamedWindow named = named(community, window);
        return compared(community, named)
                .orElseThrow(() -> unknown(String.valueOf(named.baseline().window())));
    }

    /** The days that the window is compared with; none if they are those of a window that is gone. */
    Optional<DaySpan> compared(String community, NamedWindow window) {
        Baseline baseline = window.baseline();
        return switch (baseline.of()) {
            case PREVIOUS -> Optional.of(window.previous());
            case YEAR_BEFORE -> Optional.of(window.yearBefore());
            case WINDOW ->
                windows.find(community, Objects.requireNonNull(baseline.window()))
                        .map(other -> other.value().days());
            case DAYS ->
                Optional.of(
                        new DaySpan(Objects.requireNonNull(baseline.from()), Objects.requireNonNull(baseline.to())));
        };
    }

    Settings<NamedWindow> settings() {
        return windows;
    }

    private NamedWindow named(String community, String window) {
        return windows.find(community, window).map(Setting::value).orElseThrow(() -> unknown(window));
    }

    private static ProblemException unknown(String window) {
        return new ProblemException(
                WindowProblem.UNKNOWN_WINDOW,
                FieldError.parameter(
                        "namedWindow",
                        "is \"" + window + "\", which the community has not; PUT it, or list the windows"));
    }
}
