package dev.hearth.analytics.churn;

/**
 * One part of a member's risk.
 *
 * @param sign what was seen
 * @param part how much of the risk it makes
 * @param observed the member's own number
 * @param usual what it is compared with
 */
record ChurnReason(ChurnSign sign, double part, double observed, double usual) {}
