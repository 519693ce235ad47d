package dev.hearth.acceptance.bench;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Load to be put on a server: an order to the load generator.
 *
 * @param aim what is asked for
 * @param port the server's port on 127.0.0.1
 * @param path where requests go; of questions several, with spaces between, that are asked in turn
 * @param token bearer token; empty for none
 * @param batch events a request
 * @param connections connections, each with one request at a time
 * @param rate requests a second, sent by the clock whatever comes back (open loop); 0 for a closed loop, in which every
 *     answer brings the next request
 * @param seconds how long
 */
record Load(Aim aim, int port, String path, String token, int batch, int connections, int rate, int seconds) {
    /** What is asked for. */
    enum Aim {
        /** To take a batch of events. */
        EVENTS,
        /** To redeem a reward; the path is the community's. */
        REDEMPTIONS,
        /** To answer a question (GET). */
        QUESTIONS
    }

    @JsonIgnore
    boolean isOpen() {
        return rate > 0;
    }

    Load lasting(int other) {
        return new Load(aim, port, path, token, batch, connections, rate, other);
    }
}
