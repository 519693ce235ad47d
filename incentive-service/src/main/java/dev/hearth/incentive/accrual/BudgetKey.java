package dev.hearth.incentive.accrual;

/**
 * What pays where not the issuer does.
 *
 * @param community the community
 * @param budget the budget's id
 * @param currency what it is in
 */
public record BudgetKey(String community, String budget, String currency) {}
