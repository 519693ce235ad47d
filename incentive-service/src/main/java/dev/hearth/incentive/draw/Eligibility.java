package dev.hearth.incentive.draw;

import dev.hearth.incentive.condition.CommunityFacts;
import dev.hearth.incentive.condition.Condition;
import dev.hearth.incentive.condition.Conditions;
import dev.hearth.incentive.condition.Evaluated;
import dev.hearth.incentive.condition.Facts;
import dev.hearth.incentive.condition.MemberFacts;
import dev.hearth.incentive.condition.Vocabulary;
import dev.hearth.incentive.member.Members;
import dev.hearth.platform.problem.ProblemException;
import dev.hearth.platform.state.Communities;
import dev.hearth.platform.state.Community;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/** Who may enter: active members of whom the terms' condition holds; never accounts that operators run (托儿). */
@ApplicationScoped
class Eligibility {
    private static final String ACTIVE = "ACTIVE";
    private static final int MAX_KEPT = 1_000;

    private final Members members;
    private final Communities communities;

    /** Compiled once; the longest unused one is dropped first. */
    private final Map<String, Condition> compiled = Collections.synchronizedMap(new LinkedHashMap<>(64, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Condition> eldest) {
            return size() > MAX_KEPT;
        }
    });

    Eligibility(Members members, Communities communities) {
        this.members = members;
        this.communities = communities;
    }

    /** Fails where the member may not enter; also where the condition has no answer. */
    void require(Draw draw, String member) {
        MemberFacts facts = members.find(draw.community(), member)
                .orElseThrow(() -> new ProblemException(
                        DrawProblem.DRAW_MEMBER_UNKNOWN,
                        "the community has no member " + member + ", or it joined only just now"));
        if (!facts.status().equals(ACTIVE)) {
            throw refused(member + " is " + facts.status() + "; only active members enter");
        }
        if (facts.planted()) {
            throw refused(member + " is run by operators; such accounts do not enter draws");
        }
        String condition = draw.terms().eligibility();
        if (condition != null) {
            requireHolds(draw, condition, facts);
        }
    }

    private void requireHolds(Draw draw, String cel, MemberFacts facts) {
        Community community = communities.require(draw.community());
        Condition condition = compiled.computeIfAbsent(
                cel, expression -> Conditions.compile("/eligibility", expression, Vocabulary.MEMBER));
        Evaluated<Boolean> holds = condition.test(Facts.of(
                facts,
                new CommunityFacts(
                        community.id(), community.name(), community.zone().getId())));
        switch (holds) {
            case Evaluated.Value<Boolean>(Boolean value) -> {
                if (!value) {
                    throw refused("it is for members of whom this holds: " + cel);
                }
            }
            case Evaluated.Fault<Boolean>(String cause) ->
                throw refused("whether the member may enter cannot be told: " + cause);
        }
    }

    private static ProblemException refused(String detail) {
        return new ProblemException(DrawProblem.DRAW_NOT_FOR_MEMBER, detail);
    }
}
