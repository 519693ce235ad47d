package dev.hearth.analytics.activity;

import java.util.List;

/**
 * How much there was of a community when a question was answered. Acts are only ever added at the end, so it names a
 * state that can be asked again.
 *
 * @param rows by partition, how many acts it had of the community
 * @param check a hash of which act was each partition's last: acts may come in another order when the topics are read
 *     anew, and then the numbers alone would name another state
 */
public record Moment(List<Integer> rows, long check) {
    public Moment {
        rows = List.copyOf(rows);
    }
}
