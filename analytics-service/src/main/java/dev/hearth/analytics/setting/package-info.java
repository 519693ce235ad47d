/**
 * What a community has said about its figures: documents with versions, kept in MongoDB and in every replica's memory.
 */
@NullMarked
package dev.hearth.analytics.setting;

import org.jspecify.annotations.NullMarked;
