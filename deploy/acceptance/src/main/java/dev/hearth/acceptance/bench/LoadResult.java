package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * What came of a load.
 *
 * @param accepted events that the server said it accepted, in the time that was measured
 * @param everAccepted the same, with those that were answered after that time
 * @param refused requests that were answered otherwise, or not at all
 * @param seconds how long it was measured
 * @param p50 median latency in milliseconds; of an open loop from the time that the request was due
 * @param p99 the latency that 1 request of 100 exceeds
 * @param p999 the latency that 1 request of 1,000 exceeds
 * @param longest the longest latency
 */
record LoadResult(
        long accepted,
        long everAccepted,
        long refused,
        double seconds,
        double p50,
        double p99,
        double p999,
        double longest) {
    /** Events a second. */
    @JsonIgnore
    double rate() {
        return accepted / seconds;
    }
}
