package dev.hearth.incentive.challenge;

import dev.hearth.incentive.milestone.Goal;
import dev.hearth.incentive.milestone.Step;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What has to be done for some participants.
 *
 * @param challenges in force, by community
 * @param progress how far they are
 * @param won what they reached
 */
record Plan(Map<String, List<Challenge>> challenges, Map<Participant, Long> progress, Map<Participant, List<Won>> won) {
    Optional<Challenge> challenge(Participant participant) {
        return challenges.getOrDefault(participant.community(), List.of()).stream()
                .filter(challenge -> challenge.id().equals(participant.challenge()))
                .findFirst();
    }

    long progress(Participant participant) {
        return progress.getOrDefault(participant, 0L);
    }

    List<Step> steps(Participant participant) {
        List<Goal> goals = challenge(participant).map(Challenge::goals).orElse(List.of());
        return Step.of(
                goals,
                progress(participant),
                won.getOrDefault(participant, List.of()).stream()
                        .map(Won::reached)
                        .toList());
    }

    /** The steps of all of them, those who have none left out. */
    Map<Participant, List<Step>> steps(Collection<Participant> participants) {
        Map<Participant, List<Step>> steps = new HashMap<>();
        for (Participant participant : participants) {
            List<Step> own = steps(participant);
            if (!own.isEmpty()) {
                steps.put(participant, own);
            }
        }
        return steps;
    }

    Won won(Participant participant, Step.Lose lost) {
        return won.getOrDefault(participant, List.of()).stream()
                .filter(one -> one.stage().equals(lost.stage()) && one.attempt() == lost.attempt())
                .findFirst()
                .orElseThrow();
    }
}
