package dev.hearth.platform.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import java.util.List;
import org.jspecify.annotations.NullMarked;

/** How things are called. */
final class NameRules {
    private static final String EMPTY_WORDS =
            "(?:^|.*[a-z0-9])(?:D(?:TO|to)|Impl|Manager|Helper|Utils?|Utility)(?:s?$|[A-Z0-9].*)";
    private static final String EMPTY_PACKAGES =
            "(?:.*\\.)?(?:common|commons|util|utils|service|services|helper|helpers|impl|dto|dtos|manager|managers|misc)(?:\\..*)?";

    static final Rule NAMES_SAY_SOMETHING = Rule.always(
            "no class is called DTO, Impl, Manager, Helper or Util",
            noClasses().should(haveASimpleNameLike(EMPTY_WORDS)));

    static final Rule PACKAGES_ARE_FEATURES = Rule.always(
            "no package is called common, util, service or the like",
            noClasses().should(resideInAPackageLike(EMPTY_PACKAGES)));

    static final Rule RESOURCES_ARE_NAMED = Rule.whereAny(
            "@Path classes are called …Resource",
            classes().that().areAnnotatedWith("jakarta.ws.rs.Path").should().haveSimpleNameEndingWith("Resource"));

    static final Rule CONFIGURATION_IS_NAMED = Rule.whereAny(
            "configuration is called …Config and begins with hearth.",
            classes()
                    .that()
                    .areAnnotatedWith("io.smallrye.config.ConfigMapping")
                    .should()
                    .haveSimpleNameEndingWith("Config")
                    .andShould(haveAPrefixOfOurs()));

    static final Rule PACKAGES_ARE_NULL_MARKED = Rule.always(
            "every package is @NullMarked in its package-info", classes().should(resideInANullMarkedPackage()));

    static final List<Rule> ALL = List.of(
            NAMES_SAY_SOMETHING,
            PACKAGES_ARE_FEATURES,
            RESOURCES_ARE_NAMED,
            CONFIGURATION_IS_NAMED,
            PACKAGES_ARE_NULL_MARKED);

    private NameRules() {}

    private static ArchCondition<JavaClass> haveASimpleNameLike(String pattern) {
        return Rule.condition(
                "have a name that says nothing",
                javaClass -> javaClass.getSimpleName().matches(pattern));
    }

    private static ArchCondition<JavaClass> resideInAPackageLike(String pattern) {
        return Rule.condition(
                "reside in a package that says nothing",
                javaClass -> javaClass.getPackageName().matches(pattern));
    }

    private static ArchCondition<JavaClass> resideInANullMarkedPackage() {
        return Rule.condition(
                "reside in a @NullMarked package",
                javaClass -> javaClass
                        .getPackage()
                        .tryGetPackageInfo()
                        .map(info -> info.isAnnotatedWith(NullMarked.class))
                        .orElse(false));
    }

    private static ArchCondition<JavaClass> haveAPrefixOfOurs() {
        return Rule.condition(
                "have a prefix that begins with hearth.",
                javaClass -> javaClass
                        .getAnnotationOfType("io.smallrye.config.ConfigMapping")
                        .get("prefix")
                        .map(prefix -> prefix.toString().startsWith("hearth."))
                        .orElse(false));
    }
}
