package dev.hearth.incentive.chance;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Where chance comes from: 256 bits that nobody knows before they are revealed. Its commitment is published before
 * anything depends on it; whoever is later shown the seed can tell that it is the one.
 *
 * @param hex 64 digits of lower-case hexadecimal
 */
public record Seed(String hex) {
    private static final Pattern FORM = Pattern.compile("[0-9a-f]{64}");
    private static final int BYTES = 32;

    public Seed {
        if (!FORM.matcher(hex).matches()) {
            throw new IllegalArgumentException("a seed is 64 digits of lower-case hexadecimal");
        }
    }

    public static Seed random(SecureRandom random) {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return new Seed(HexFormat.of().formatHex(bytes));
    }

    /** SHA-256 of the seed's 32 bytes, in hexadecimal: tells nothing of the seed, fits no other. */
    public String commitment() {
        return Sha256.ofHex(hex);
    }

    /**
     * The chance of one purpose.
     *
     * @param purpose and what it is about: every other sequence of texts gives an unrelated chance
     */
    public Chance chance(String... purpose) {
        return Chance.of(HexFormat.of().parseHex(hex), Sha256.fields(purpose));
    }

    /** A secret that follows from the seed and tells nothing of it: 32 digits of hexadecimal. */
    public String secret(String... purpose) {
        byte[] bits = Sha256.mac(HexFormat.of().parseHex(hex)).doFinal(Sha256.fields(purpose));
        return HexFormat.of().formatHex(bits, 0, BYTES / 2);
    }

    /** A seed is told only where it is revealed on purpose. */
    @Override
    public String toString() {
        return "Seed[commitment=" + commitment() + "]";
    }
}
