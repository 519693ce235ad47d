package dev.hearth.analytics.points;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lets the application under test ask a {@link StandIn}, with more patience than any machine needs. */
public final class StandInResource implements QuarkusTestResourceLifecycleManager {
    private @Nullable StandIn standIn;

    @Override
    public Map<String, String> start() {
        standIn = new StandIn();
        return Map.of("hearth.incentive.url", standIn.url().toString(), "hearth.incentive.patience", "30s");
    }

    @Override
    public void stop() {
        if (standIn != null) {
            standIn.close();
        }
    }
}
