package dev.hearth.incentive.tier;

import dev.hearth.incentive.definition.Defined;
import dev.hearth.incentive.standing.Era;
import dev.hearth.incentive.standing.Scheme;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The versions of a community's scheme as the computation meets them: the first counts from ever, a further one from
 * the local day after it was made, so that nobody loses today what today was earned.
 *
 * @param eras in order of their days, 1 or more
 */
record Eras(List<Era> eras) {
    Eras {
        eras = List.copyOf(eras);
    }

    /** @param versions that were ever in force, oldest first, 1 or more */
    static Eras of(List<Defined<Scheme>> versions, ZoneId zone) {
        List<Era> eras = new ArrayList<>();
        for (Defined<Scheme> version : versions) {
            LocalDate from = eras.isEmpty()
                    ? LocalDate.MIN
                    : LocalDate.ofInstant(version.changedAt(), zone).plusDays(1);
            // Of several changes in one day the last one counts.
            if (!eras.isEmpty() && eras.getLast().from().equals(from)) {
                eras.removeLast();
            }
            eras.add(new Era(from, Math.toIntExact(version.version()), version.terms()));
        }
        return new Eras(eras);
    }

    /** The last version: rows that were counted against it need no recount. */
    int version() {
        return eras.getLast().version();
    }

    /** What is, or was, in force on that day. */
    Era on(LocalDate day) {
        return eras.stream().filter(era -> !era.from().isAfter(day)).reduce(eras.getFirst(), (older, newer) -> newer);
    }

    /** All whose points ever qualified. */
    Set<String> currencies() {
        return eras.stream().map(era -> era.scheme().currency()).collect(Collectors.toUnmodifiableSet());
    }
}
