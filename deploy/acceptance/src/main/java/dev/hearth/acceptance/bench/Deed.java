package dev.hearth.acceptance.bench;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a member did.
 *
 * @param member who
 * @param group in which group; null for none
 * @param kind what
 * @param day when: at noon, UTC
 */
record Deed(String member, @Nullable String group, String kind, LocalDate day) {}
