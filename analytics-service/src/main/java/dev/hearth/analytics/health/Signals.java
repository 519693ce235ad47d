package dev.hearth.analytics.health;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.hearth.analytics.health.pulse.Band;
import dev.hearth.analytics.health.pulse.Reading;
import dev.hearth.analytics.health.pulse.Spell;
import dev.hearth.contract.signal.GroupCold;
import dev.hearth.contract.signal.GroupFlooded;
import dev.hearth.contract.signal.GroupSpellEnded;
import dev.hearth.contract.signal.SpellKind;
import dev.hearth.platform.event.CloudEvent;
import dev.hearth.platform.event.ContractJson;
import dev.hearth.platform.event.Topics;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What is told of a group's spells. Ids follow from group, mood and time, so that a repeat is the same event. */
final class Signals {
    private static final String SOURCE = "/analytics-service";

    private Signals() {}

    static UntoldSignal began(String group, Spell.Began began, Optional<Instant> lastAct, Optional<String> owner) {
        Spell spell = began.spell();
        Reading reading = began.reading();
        Band band = reading.band();
        Instant from = reading.at().minus(Duration.ofHours(reading.hours()));
        String name = name(group, spell);
        Instant last = lastAct.orElse(null);
        Record payload = switch (spell.mood()) {
            case COLD ->
                new GroupCold(
                        group,
                        name,
                        from,
                        reading.at(),
                        reading.hours(),
                        reading.acts(),
                        decimal(band.expected()),
                        band.lower(),
                        band.upper(),
                        band.weeks(),
                        last,
                        owner.orElse(null));
            case FLOODED ->
                new GroupFlooded(
                        group,
                        name,
                        from,
                        reading.at(),
                        reading.hours(),
                        reading.acts(),
                        decimal(band.expected()),
                        band.lower(),
                        band.upper(),
                        band.weeks(),
                        last,
                        owner.orElse(null));
        };
        return untold(name, spell.since(), payload);
    }

    static UntoldSignal ended(String group, EndedSpell ended, @Nullable Instant firstAct) {
        Spell spell = ended.spell();
        String name = name(group, spell);
        return untold(
                name + "/ended",
                ended.until(),
                new GroupSpellEnded(
                        group,
                        name,
                        switch (spell.mood()) {
                            case COLD -> SpellKind.COLD;
                            case FLOODED -> SpellKind.FLOODED;
                        },
                        spell.since(),
                        ended.until(),
                        ended.acts(),
                        decimal(ended.expected()),
                        firstAct));
    }

    /** The event to be sent, the same each time. */
    static CloudEvent event(KeptSpell kept, UntoldSignal untold) {
        return new CloudEvent(
                Topics.SIGNAL,
                Topics.groupKey(kept.community(), kept.group()),
                kept.community() + "/" + untold.id(),
                SOURCE,
                untold.type(),
                null,
                untold.at(),
                kept.community(),
                0,
                null,
                null,
                null,
                untold.json().getBytes(UTF_8));
    }

    private static String name(String group, Spell spell) {
        return group + "/" + spell.mood() + "/" + spell.since();
    }

    private static UntoldSignal untold(String id, Instant at, Record payload) {
        return new UntoldSignal(
                id,
                CloudEvent.contractOf(payload.getClass()).type(),
                at,
                new String(ContractJson.write(payload), UTF_8));
    }

    private static BigDecimal decimal(double value) {
        return BigDecimal.valueOf(value).setScale(1, RoundingMode.HALF_EVEN);
    }
}
