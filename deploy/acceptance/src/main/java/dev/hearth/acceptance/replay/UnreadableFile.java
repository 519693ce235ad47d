package dev.hearth.acceptance.replay;

/** The file is not what a replay can read; the message says where and why. */
final class UnreadableFile extends RuntimeException {
    UnreadableFile(String message) {
        super(message);
    }

    UnreadableFile(String message, Throwable cause) {
        super(message, cause);
    }
}
