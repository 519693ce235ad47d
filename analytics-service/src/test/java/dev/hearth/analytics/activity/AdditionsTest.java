package dev.hearth.analytics.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AdditionsTest {
    private static final LocalDate DAY = LocalDate.parse("2026-03-14");

    @Test
    void anActHeardAgainAddsNothing() {
        PartitionActivity activity = new PartitionActivity();
        activity.add(List.of(act("m1")));
        assertThat(activity.takeAdditions().additions().communities()).containsOnlyKeys("acme");
        activity.add(List.of(act("m1"), act("m1")));
        assertThat(activity.takeAdditions().additions().isEmpty()).isTrue();
    }

    @Test
    void refusesToSkipMembers() {
        PartitionActivity activity = new PartitionActivity();
        assertThatIllegalArgumentException()
                .isThrownBy(() -> activity.add(members(1, "m2")))
                .withMessageContaining("only 0 are known");
    }

    @Test
    void refusesAMemberUnderASecondOrdinal() {
        PartitionActivity activity = new PartitionActivity();
        activity.add(members(0, "m1"));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> activity.add(members(1, "m1")))
                .withMessageContaining("two ordinals");
    }

    @Test
    void onlyAdjoiningAdditionsAreJoined() {
        assertThat(members(0, "m1").then(members(1, "m2")).communities())
                .hasEntrySatisfying("acme", both -> assertThat(both.members()).containsExactly("m1", "m2"));
        assertThatIllegalArgumentException().isThrownBy(() -> members(0, "m1").then(members(2, "m3")));
    }

    private static Act act(String member) {
        return Deeds.act("acme", member, null, "message.posted", DAY);
    }

    private static Additions members(int first, String... members) {
        return new Additions(
                Map.of("acme", new CommunityAdditions(first, List.of(members), 0, List.of(), 0, Columns.none())));
    }
}
