/** What campaigns cost in labour, goods and money (人力/物力/财力). */
@NullMarked
package dev.hearth.incentive.campaign.cost;

import org.jspecify.annotations.NullMarked;
