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

    /** Here, because the local servers depend on nothing of ours and so have no rules on their own class path. */
    @TestFactory
    Stream<DynamicTest> theLocalServersKeepTheRulesOfTools() {
        return check(HearthRules.tools("dev.hearth.local"), "dev.hearth.local");
    }

    private static Stream<DynamicTest> check(List<Rule> rules, String root) {
        JavaClasses classes = HearthRules.mainClassesOf(root);
        return rules.stream().map(rule -> rule.on(classes));
    }
}
