package dev.hearth.acceptance.bench;

/**
 * A server under load.
 *
 * @param name what people call it
 * @param port where it listens on 127.0.0.1
 * @param path where events are posted
 * @param token what it wants to see; empty for nothing
 * @param topic where its records go
 */
record Contender(String name, int port, String path, String token, String topic) {
    Load load(int batch, int connections, int rate, int seconds) {
        return new Load(Load.Aim.EVENTS, port, path, token, batch, connections, rate, seconds);
    }
}
