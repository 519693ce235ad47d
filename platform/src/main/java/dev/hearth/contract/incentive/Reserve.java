package dev.hearth.contract.incentive;

/**
 * Points that cannot be spent, and what is owed.
 *
 * @param held reserved
 * @param pending not spendable yet
 * @param owed taken back when it had been spent; paid from what is earned next
 */
public record Reserve(long held, long pending, long owed) {}
