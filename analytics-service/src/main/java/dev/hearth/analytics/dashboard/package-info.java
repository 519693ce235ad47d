/**
 * What the page at / needs beside the figures: sessions in a cookie, links into its views, and word that figures move.
 */
@NullMarked
package dev.hearth.analytics.dashboard;

import org.jspecify.annotations.NullMarked;
