package dev.hearth.analytics.satisfaction;

import dev.hearth.analytics.activity.Selection;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What is rated, by whom, and how ratings are read.
 *
 * @param selection in which group, by whom, by acts of which kinds
 * @param scale how ratings are read
 * @param target the hash of what is rated; null for all
 * @param askedKinds acts that tell that a member was asked; empty if none do
 */
record Survey(Selection selection, Scale scale, @Nullable Long target, Set<String> askedKinds) {}
