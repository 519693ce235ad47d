package dev.hearth.platform.time;

/** The form of ids that callers choose: 1 to 64 characters of {@code A-Z a-z 0-9 _ . : -}. */
public final class Identifier {
    public static final int MAX_LENGTH = 64;
    public static final String PATTERN = "^[A-Za-z0-9_.:-]{1,64}$";
    public static final String RULE = "1 to 64 characters of A-Z a-z 0-9 _ . : -";

    private Identifier() {}

    public static boolean isValid(String id) {
        int length = id.length();
        if (length == 0 || length > MAX_LENGTH) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (!allowed(id.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean allowed(char c) {
        return (c >= 'a' && c <= 'z')
                || (c >= 'A' && c <= 'Z')
                || (c >= '0' && c <= '9')
                || c == '_'
                || c == '.'
                || c == ':'
                || c == '-';
    }
}
