package dev.hearth.analytics.setting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ReconciliationTest {
    private static final Instant NOW = Instant.parse("2026-03-10T10:00:00Z");

    /** Doing what is found, in whatever way, leaves both with the higher versions, and nothing more to do. */
    @Property
    void bringsBothToTheHigherVersions(
            @ForAll("settings") List<KeptSetting> stored, @ForAll("settings") List<KeptSetting> recorded) {
        Map<KeptSetting.Key, KeptSetting> store = byKey(stored);
        Map<KeptSetting.Key, KeptSetting> topic = byKey(recorded);
        topic.values().removeIf(KeptSetting::isTakenAway);
        Map<KeptSetting.Key, KeptSetting> highest = new HashMap<>(topic);
        store.forEach(
                (key, each) -> highest.merge(key, each, (told, kept) -> told.version() > kept.version() ? told : kept));
        highest.values().removeIf(KeptSetting::isTakenAway);

        Reconciliation found = reconciliation(store, topic);
        found.lost().forEach(loss -> {
            assertThat(Optional.ofNullable(store.put(loss.told().key(), loss.told())))
                    .isEqualTo(loss.stored());
        });
        found.untold().forEach(each -> topic.put(each.key(), each));
        topic.values().removeIf(KeptSetting::isTakenAway);
        found.settled().forEach(each -> store.remove(each.key()));

        assertThat(versions(topic)).isEqualTo(versions(highest));
        assertThat(versions(store)).isEqualTo(versions(highest));
        Reconciliation again = reconciliation(store, topic);
        assertThat(again.lost()).isEmpty();
        assertThat(again.untold()).isEmpty();
    }

    @Test
    void whatWasTakenAwayIsForgottenOnlyWhenEveryReplicaKnows() {
        KeptSetting lately = kept("a", 2, null, NOW.minus(Duration.ofHours(23)));
        KeptSetting longAgo = kept("b", 2, null, NOW.minus(Duration.ofHours(25)));
        KeptSetting untold = kept("c", 2, null, NOW.minus(Duration.ofDays(9)));
        KeptSetting stillThere = kept("c", 1, "{}", NOW.minus(Duration.ofDays(9)));
        Reconciliation found = Reconciliation.of(List.of(lately, longAgo, untold), List.of(stillThere), NOW);
        assertThat(found.settled()).containsExactly(longAgo);
        assertThat(found.untold()).containsExactly(untold);
        assertThat(found.lost()).isEmpty();
        assertThat(found.kinds()).isEqualTo(Set.of("goal"));
    }

    /** What a version says is the same wherever it is: every third takes the setting away. */
    @Provide
    Arbitrary<List<KeptSetting>> settings() {
        return Combinators.combine(
                        Arbitraries.of("a", "b", "c", "d"),
                        Arbitraries.longs().between(1, 7),
                        Arbitraries.integers().between(0, 50))
                .as((id, version, hours) ->
                        kept(id, version, version % 3 == 0 ? null : "{}", NOW.minus(Duration.ofHours(hours))))
                .list()
                .uniqueElements(KeptSetting::key)
                .ofMaxSize(4);
    }

    private static Reconciliation reconciliation(
            Map<KeptSetting.Key, KeptSetting> store, Map<KeptSetting.Key, KeptSetting> topic) {
        return Reconciliation.of(List.copyOf(store.values()), List.copyOf(topic.values()), NOW);
    }

    private static Map<KeptSetting.Key, KeptSetting> byKey(List<KeptSetting> settings) {
        Map<KeptSetting.Key, KeptSetting> byKey = new HashMap<>();
        settings.forEach(each -> byKey.put(each.key(), each));
        return byKey;
    }

    /** Of what is there. */
    private static Map<KeptSetting.Key, Long> versions(Map<KeptSetting.Key, KeptSetting> settings) {
        return settings.values().stream()
                .filter(each -> !each.isTakenAway())
                .collect(Collectors.toMap(KeptSetting::key, KeptSetting::version));
    }

    private static KeptSetting kept(String id, long version, @Nullable String said, Instant changedAt) {
        return new KeptSetting(new KeptSetting.Key("goal", "acme", id), version, changedAt, "ada", said);
    }
}
