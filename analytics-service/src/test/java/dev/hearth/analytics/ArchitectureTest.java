package dev.hearth.analytics;

import dev.hearth.platform.architecture.HearthRules;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> keepsTheRules() {
        return HearthRules.ofService("dev.hearth.analytics");
    }

    @TestFactory
    Stream<DynamicTest> theActivityCoreIsPure() {
        return HearthRules.ofPureCore("dev.hearth.analytics.activity", "org.roaringbitmap..");
    }

    @TestFactory
    Stream<DynamicTest> theGroupsPulseIsPure() {
        return HearthRules.ofPureCore(
                "dev.hearth.analytics.health.pulse", "dev.hearth.analytics.activity..", "org.roaringbitmap..");
    }
}
