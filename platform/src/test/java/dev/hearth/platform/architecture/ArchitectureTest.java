package dev.hearth.platform.architecture;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ArchitectureTest {
    @TestFactory
    Stream<DynamicTest> thePlatformKeepsTheRules() {
        return check(HearthRules.platform(), "dev.hearth.platform");
    }

    @TestFactory
    Stream<DynamicTest> contractsKeepTheRules() {
        return check(HearthRules.contract(), "dev.hearth.contract");
    }

    private static Stream<DynamicTest> check(List<Rule> rules, String root) {
        JavaClasses classes = HearthRules.mainClassesOf(root);
        return rules.stream().map(rule -> rule.on(classes));
    }
}
