package dev.hearth.analytics.population;

import dev.hearth.platform.problem.Check;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a community is for: what makes a member one of them.
 *
 * @param tags all of these tags, sorted; at most 20
 * @param minLevel the lowest level, 0 to 1,000; null for any
 * @param maxLevel the highest level, not below {@code minLevel}; null for any
 */
record TargetAudience(
        List<String> tags,
        @Nullable Integer minLevel,
        @Nullable Integer maxLevel) {
    TargetAudience {
        tags = checked(tags);
        int min = minLevel == null ? 0 : level("/minLevel", minLevel, 0);
        if (maxLevel != null) {
            var _ = level("/maxLevel", maxLevel, min);
        }
        if (tags.isEmpty() && minLevel == null && maxLevel == null) {
            throw Check.refused("", "names nobody in particular; give tags, minLevel or maxLevel");
        }
    }

    MemberFilter filter() {
        return new MemberFilter(
                Set.copyOf(tags),
                minLevel == null ? 0 : minLevel,
                maxLevel == null ? MemberFilter.MAX_LEVEL : maxLevel,
                Planted.EXCLUDED);
    }

    private static int level(String pointer, int level, int min) {
        return (int) Check.range(pointer, level, min, MemberFilter.MAX_LEVEL);
    }

    private static List<String> checked(@Nullable List<String> tags) {
        if (tags == null) {
            return List.of();
        }
        var _ = Check.range("/tags", tags.size(), 0, MemberFilter.MAX_TAGS);
        return IntStream.range(0, tags.size())
                .mapToObj(i -> Check.text("/tags/" + i, tags.get(i), MemberFilter.MAX_TAG))
                .sorted()
                .distinct()
                .toList();
    }
}
