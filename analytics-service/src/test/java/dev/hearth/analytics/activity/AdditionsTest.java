package dev.hearth.analytics.activity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
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
    void knowsEveryRepeatOfManyActsOfADay() {
        List<Act> acts = IntStream.range(0, 10_000)
                .mapToObj(i -> Deeds.act("acme", "m" + i % 7, "group-" + i, "message.posted", DAY))
                .toList();
        PartitionActivity activity = new PartitionActivity();
        activity.add(acts);
        Fingerprint once = all(activity);
        assertThat(once.acts()).isEqualTo(10_000);
        activity.add(acts);
        assertThat(all(activity)).isEqualTo(once);

        PartitionActivity restored = new PartitionActivity();
        restored.add(activity.takeAdditions().additions());
        restored.add(acts);
        assertThat(all(restored)).isEqualTo(once);
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

    private static Fingerprint all(PartitionActivity activity) {
        return activity.fingerprints().all();
    }

    private static Act act(String member) {
        return Deeds.act("acme", member, null, "message.posted", DAY);
    }

    private static Additions members(int first, String... members) {
        return new Additions(
                Map.of("acme", new CommunityAdditions(first, List.of(members), 0, List.of(), 0, Columns.none())));
    }
}
