package dev.hearth.acceptance.replay;

/** The token that the local stack would give out. */
final class LocalToken {
    private LocalToken() {}

    static String mint() {
        String token = System.getenv("HEARTH_LOCAL_TOKEN");
        if (token != null) {
            return token;
        }
        throw new IllegalArgumentException("no token: give --token or set HEARTH_TOKEN");
    }
}
