package dev.hearth.analytics.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;

/** The spells of all groups as they were when all groups were last looked at. */
@ApplicationScoped
class KnownSpells {
    private volatile Map<String, KeptSpell> latest = Map.of();

    Optional<KeptSpell> find(String community, String group) {
        return Optional.ofNullable(latest.get(KeptSpell.none(community, group).id()));
    }

    void replaceBy(Map<String, KeptSpell> read) {
        latest = Map.copyOf(read);
    }
}
