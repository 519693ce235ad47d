package dev.hearth.incentive.chance;

import java.nio.ByteBuffer;
import javax.crypto.Mac;

/**
 * Numbers that follow from a key, each as likely as any other, as anybody with the key computes them again: the words
 * of HMAC-SHA-256(key, 0), HMAC-SHA-256(key, 1) … where the counter is eight bytes, the highest first, and each digest
 * gives four words of eight bytes. Used by one thread.
 */
public final class Chance {
    private final byte[] key;
    private final Mac mac;
    private long counter;
    private ByteBuffer words = ByteBuffer.allocate(0);

    private Chance(byte[] key) {
        this.key = key;
        this.mac = Sha256.mac(key);
    }

    static Chance of(byte[] secret, byte[] purpose) {
        return new Chance(Sha256.mac(secret).doFinal(purpose));
    }

    /** The chance of the {@code number}th of many: it does not depend on how far this or any other was used. */
    public Chance branch(long number) {
        return of(key, Sha256.fields("branch", Long.toString(number)));
    }

    /**
     * A number from 0 to {@code bound} - 1. A word of 64 bits at or above the last whole multiple of the bound is
     * passed over: so each number is exactly as likely as any other.
     *
     * @param bound 1 or more
     */
    public long below(long bound) {
        if (bound < 1) {
            throw new IllegalArgumentException("bound is " + bound + ", must be 1 or more");
        }
        // 2^64 mod bound; the words from -rest up to 2^64 - 1 are the incomplete multiple
        long rest = Long.remainderUnsigned(-bound, bound);
        long word = word();
        while (rest != 0 && Long.compareUnsigned(word, -rest) >= 0) {
            word = word();
        }
        return Long.remainderUnsigned(word, bound);
    }

    private long word() {
        if (!words.hasRemaining()) {
            words = ByteBuffer.wrap(mac.doFinal(
                    ByteBuffer.allocate(Long.BYTES).putLong(counter++).array()));
        }
        return words.getLong();
    }
}
