package dev.hearth.analytics.activity;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the partitions answered.
 *
 * @param parts of the partitions that know the community
 * @param moment of which it is
 */
public record Answer<T>(List<T> parts, Moment moment) {
    static <T> Answer<T> of(List<Optional<Part<T>>> partitions) {
        long check = 0;
        for (Optional<Part<T>> partition : partitions) {
            check = Hashes.mix(check + partition.map(Part::lastId).orElse(0L));
        }
        return new Answer<>(
                partitions.stream().flatMap(Optional::stream).map(Part::answer).toList(),
                new Moment(
                        partitions.stream()
                                .map(partition -> partition.map(Part::rows).orElse(0))
                                .toList(),
                        check));
    }

    /**
     * One partition's.
     *
     * @param rows how many acts of the community it has
     * @param lastId the hash of the last one's id, 0 if there is none
     */
    record Part<T>(T answer, int rows, long lastId) {
        static <T> Part<T> of(CommunityActivity activity, Function<CommunityActivity, T> question) {
            int size = activity.rows().size();
            return new Part<>(
                    question.apply(activity),
                    size,
                    size == 0 ? 0 : activity.rows().id(size - 1));
        }
    }
}
