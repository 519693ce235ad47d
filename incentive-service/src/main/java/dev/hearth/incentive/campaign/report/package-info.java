/** What came of campaigns: spent, reached, reached by whom not, and the alerts on the way. */
@NullMarked
package dev.hearth.incentive.campaign.report;

import org.jspecify.annotations.NullMarked;
