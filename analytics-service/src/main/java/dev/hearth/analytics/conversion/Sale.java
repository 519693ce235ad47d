package dev.hearth.analytics.conversion;

/**
 * What was bought in a window.
 *
 * @param active members who did anything
 * @param buyers members who bought something
 * @param repeatBuyers buyers of whom a purchase in the window was not the first ever
 * @param orders purchases
 * @param gross what they cost, in minor units
 * @param refunds how often something was refunded
 * @param refunded what was refunded, in minor units, whenever it was bought
 */
record Sale(long active, long buyers, long repeatBuyers, long orders, long gross, long refunds, long refunded) {
    static final Sale NONE = new Sale(0, 0, 0, 0, 0, 0, 0);

    Sale plus(Sale other) {
        return new Sale(
                active + other.active,
                buyers + other.buyers,
                repeatBuyers + other.repeatBuyers,
                orders + other.orders,
                Math.addExact(gross, other.gross),
                refunds + other.refunds,
                Math.addExact(refunded, other.refunded));
    }
}
