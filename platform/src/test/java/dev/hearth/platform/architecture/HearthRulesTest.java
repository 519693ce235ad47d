package dev.hearth.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule can fail, and is content with a good twin of what it rejects. */
class HearthRulesTest {
    @TempDir
    Path classes;

    static List<Proof> proofs() {
        return Proofs.ALL;
    }

    static Stream<Rule> rules() {
        return Stream.of(
                        HearthRules.service("dev.hearth.shop"),
                        HearthRules.platform(),
                        HearthRules.contract(),
                        HearthRules.tools("dev.hearth.shop"))
                .flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("proofs")
    void rejectsWhatBreaksTheRule(Proof proof) {
        JavaClasses bad = Sources.compiled(proof.bad(), classes);

        assertThatThrownBy(() -> proof.rule().check().check(bad))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Architecture Violation")
                .hasMessageContaining("was violated");
    }

    /** Not vacuously: the good twin has what the rule speaks of. */
    @ParameterizedTest(name = "{0}")
    @MethodSource("proofs")
    void acceptsTheGoodTwin(Proof proof) {
        JavaClasses good = Sources.compiled(proof.good(), classes);

        proof.rule().check().allowEmptyShould(false).check(good);
    }

    @Test
    void leavesNoRuleWithoutAProof() {
        assertThat(Proofs.ALL.stream().map(proof -> proof.rule().name()).toList())
                .containsAll(rules().map(Rule::name).toList());
    }

    @Test
    void failsWhereTheRootHasNoClasses() {
        assertThatThrownBy(() -> HearthRules.mainClassesOf("dev.hearth.nowhere"))
                .isInstanceOf(AssertionError.class)
                .hasMessage("no classes found in dev.hearth.nowhere");
    }

    @Test
    void failsWhereAServiceHasNoneOfWhatEachMustHave() {
        JavaClasses empty = Sources.compiled("package dev.hearth.shop; class Till {}", classes);

        assertThatThrownBy(() -> RestRules.OPERATIONS_STATE_THEIR_NEEDS.check().check(empty))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("failed to check any classes");
    }
}
