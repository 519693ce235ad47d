package dev.hearth.engagement.ingest;

/** What may stand in text that goes on to other systems. */
final class Text {
    private static final int MAX_SHOWN = 64;
    private static final int MAX_MESSAGE = 300;

    private Text() {}

    /** Whether every surrogate has its pair: half a pair is no Unicode and cannot be written as UTF-8. */
    static boolean isWellFormed(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isSurrogate(c)) {
                if (!Character.isHighSurrogate(c)
                        || i + 1 == text.length()
                        || !Character.isLowSurrogate(text.charAt(i + 1))) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }

    static boolean hasControls(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (Character.isISOControl(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }

    /** {@code text} as it can be shown in a message: short, and printable whatever was sent. */
    static String shown(String text) {
        return printable(text, MAX_SHOWN);
    }

    /** A message that may repeat what was sent. */
    static String bounded(String message) {
        return printable(message, MAX_MESSAGE);
    }

    private static String printable(String text, int max) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < text.length() && i < max; i++) {
            char c = text.charAt(i);
            shown.append(c < ' ' || c > '~' ? '?' : c);
        }
        return text.length() > max ? shown.append("...").toString() : shown.toString();
    }

    /** One step of a JSON Pointer. */
    static String step(String name) {
        return shown(name).replace("~", "~0").replace("/", "~1");
    }
}
