package dev.hearth.analytics.figure;

import dev.hearth.analytics.activity.Audience;
import dev.hearth.analytics.population.MemberFilter;
import dev.hearth.analytics.population.Planted;
import dev.hearth.analytics.population.Population;
import dev.hearth.analytics.population.TargetAudiences;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.problem.QueryParameter;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.eclipse.microprofile.health.Readiness;
import org.jspecify.annotations.Nullable;

/** Makes out whose acts are asked for. */
@ApplicationScoped
class Audiences {
    private final Population population;
    private final TargetAudiences targets;

    Audiences(@Readiness Population population, TargetAudiences targets) {
        this.population = population;
        this.targets = targets;
    }

    /** Fails with a problem that names the parameter at fault. */
    AskedMembers asked(String community, FigureQuery query) {
        MemberFilter filter = filter(query);
        WhoseActs among = Objects.requireNonNullElse(
                QueryParameter.oneOf("audience", query.audience, WhoseActs.class), WhoseActs.ALL);
        return switch (among) {
            case ALL -> new AskedMembers(among, filter);
            case TARGET -> new AskedMembers(among, filter.and(target(community)));
        };
    }

    Audience of(String community, AskedMembers asked) {
        return population.audience(community, asked.filter());
    }

    private MemberFilter target(String community) {
        return targets.find(community)
                .orElseThrow(() -> new ProblemException(
                        FigureProblem.UNDEFINED_TARGET_AUDIENCE,
                        "the community has not said whom it is for; PUT /communities/" + community
                                + "/target-audience first, or leave audience out"));
    }

    private static MemberFilter filter(FigureQuery query) {
        Set<String> tags = tags(query.tags);
        int min = level("minLevel", query.minLevel, 0);
        int max = level("maxLevel", query.maxLevel, MemberFilter.MAX_LEVEL);
        if (max < min) {
            throw QueryParameter.refused("maxLevel", "is " + max + ", must not be below minLevel " + min);
        }
        Planted planted = Objects.requireNonNullElse(
                QueryParameter.oneOf("planted", query.planted, Planted.class), Planted.EXCLUDED);
        return new MemberFilter(tags, min, max, planted);
    }

    private static Set<String> tags(List<String> asked) {
        if (asked.size() > MemberFilter.MAX_TAGS) {
            throw QueryParameter.refused(
                    "tag", "is given " + asked.size() + " times, may be " + MemberFilter.MAX_TAGS + " times");
        }
        for (String tag : asked) {
            if (tag.isBlank() || tag.length() > MemberFilter.MAX_TAG) {
                throw QueryParameter.refused(
                        "tag",
                        "has " + tag.length() + " characters, must have 1 to " + MemberFilter.MAX_TAG
                                + ", not all blank");
            }
        }
        return new TreeSet<>(asked);
    }

    private static int level(String parameter, @Nullable String given, int otherwise) {
        Integer level = QueryParameter.integer(parameter, given);
        if (level == null) {
            return otherwise;
        }
        if (level < 0 || level > MemberFilter.MAX_LEVEL) {
            throw QueryParameter.refused(parameter, "is " + level + ", must be 0 to " + MemberFilter.MAX_LEVEL);
        }
        return level;
    }
}
