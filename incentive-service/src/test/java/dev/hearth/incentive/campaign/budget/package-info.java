@org.jspecify.annotations.NullMarked
package dev.hearth.incentive.campaign.budget;
