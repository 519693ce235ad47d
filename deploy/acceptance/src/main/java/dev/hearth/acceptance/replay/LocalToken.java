package dev.hearth.acceptance.replay;

/** The token of the stack that runs on this machine: the launcher mints it with the stack's key and hands it over. */
final class LocalToken {
    private LocalToken() {}

    static String ofLauncher() {
        String token = System.getenv("HEARTH_LOCAL_TOKEN");
        if (token == null) {
            throw new IllegalArgumentException("no token: give --token or set HEARTH_TOKEN (see hearth token)");
        }
        return token;
    }
}
