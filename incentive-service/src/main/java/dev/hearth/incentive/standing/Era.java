package dev.hearth.incentive.standing;

import java.time.LocalDate;

/**
 * A version of the scheme and from when on it holds. A change never reaches back: what was reached before is kept until
 * its period is closed.
 *
 * @param from the first day; the first version's is {@link LocalDate#MIN}: points that were there before count
 * @param version of the scheme
 */
public record Era(LocalDate from, int version, Scheme scheme) {}
