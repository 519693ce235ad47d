package dev.hearth.contract.signal;

import java.math.BigDecimal;

/**
 * One reason why a member may stay away.
 *
 * @param sign what was seen: {@code SILENCE}, {@code FALLING_FREQUENCY}, {@code BROKEN_STREAK},
 *     {@code UNANSWERED_QUESTIONS} or {@code LEFT_GROUPS}; more may come
 * @param part how much of the risk it makes, three decimals
 * @param observed the member's own number, e.g. days of silence
 * @param usual what it is compared with, e.g. the member's median days between active days
 */
public record ChurnReason(String sign, BigDecimal part, BigDecimal observed, BigDecimal usual) {}
