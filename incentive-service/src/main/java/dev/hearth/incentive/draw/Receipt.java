package dev.hearth.incentive.draw;

import org.jspecify.annotations.Nullable;

/**
 * What a member has of an entry: with it anybody can be shown that the entry is in the list, at its place, and whose it
 * is.
 *
 * @param entry as it was taken
 * @param nonce that hides who is behind its entrant
 * @param prize that it won, if it has
 */
record Receipt(Entry entry, String nonce, @Nullable String prize) {}
