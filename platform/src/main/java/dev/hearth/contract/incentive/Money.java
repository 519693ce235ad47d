package dev.hearth.contract.incentive;

/**
 * An amount of money.
 *
 * @param minorUnits in the currency's smallest unit (cents, 分), 0 or more
 * @param currency ISO 4217 code
 */
public record Money(long minorUnits, String currency) {}
