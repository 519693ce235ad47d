package dev.hearth.incentive.kind;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import dev.hearth.contract.Contract;
import dev.hearth.platform.event.Topics;
import org.junit.jupiter.api.Test;

class FactKindsTest {
    @Test
    void areThoseThatTheContractPutsOnTheTopicOfMembers() {
        var types = new ClassFileImporter()
                .importPackages("dev.hearth.contract").stream()
                        .filter(type -> type.isAnnotatedWith(Contract.class))
                        .map(type -> type.getAnnotationOfType(Contract.class))
                        .filter(contract -> contract.topic().equals(Topics.MEMBER))
                        .map(Contract::type)
                        .toList();

        assertThat(types).hasSizeGreaterThanOrEqualTo(8);
        assertThat(FactKinds.ofMembers().stream().map(kind -> "dev.hearth." + kind + ".v1"))
                .containsExactlyInAnyOrderElementsOf(types);
    }

    @Test
    void areOpenForSignalsAndForNothingElse() {
        assertThat(FactKinds.has("signal.churn-risk")).isTrue();
        assertThat(FactKinds.has("signal.Churn")).isFalse();
        assertThat(FactKinds.has("signal.")).isFalse();
        assertThat(FactKinds.has("member.left")).isTrue();
        assertThat(FactKinds.has("member.vanished")).isFalse();
        assertThat(FactKinds.has("recipe.shared")).isFalse();
    }
}
