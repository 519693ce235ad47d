package dev.hearth.incentive.currency;

import jakarta.persistence.Embeddable;

/** A currency's primary key. */
@Embeddable
record CurrencyKey(String community, String currency) {}
