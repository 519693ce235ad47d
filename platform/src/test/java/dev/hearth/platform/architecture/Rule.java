package dev.hearth.platform.architecture;

import com.tngtech.archunit.base.HasDescription;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.function.Predicate;
import org.junit.jupiter.api.DynamicTest;

/**
 * One rule with its name.
 *
 * @param name a statement, true of good code
 * @param check fails on code that breaks it
 */
record Rule(String name, ArchRule check) {
    /**
     * A rule about something that every service has: to find none of it means that the rule looks in the wrong place.
     */
    static Rule always(String name, ArchRule check) {
        return new Rule(name, check.allowEmptyShould(false));
    }

    /** A rule about something that a module may well not have. */
    static Rule whereAny(String name, ArchRule check) {
        return new Rule(name, check.allowEmptyShould(true));
    }

    Rule optional() {
        return whereAny(name, check);
    }

    /** What a class, method or field must be, where ArchUnit has no word for it. */
    static <T extends HasDescription> ArchCondition<T> condition(String description, Predicate<T> holds) {
        return new ArchCondition<>(description) {
            @Override
            public void check(T item, ConditionEvents events) {
                boolean satisfied = holds.test(item);
                events.add(new SimpleConditionEvent(
                        item,
                        satisfied,
                        item.getDescription()
                                + (satisfied ? ": it is true that it should " : ": it should ")
                                + description));
            }
        };
    }

    DynamicTest on(JavaClasses classes) {
        return DynamicTest.dynamicTest(name, () -> check.check(classes));
    }
}
