package dev.hearth.incentive.statement;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A line of the export: an entry with its member. */
@Schema(name = "ExportedEntry")
record ExportedEntry(@Schema(examples = "ada") String memberId, EntryView entry) {
    static ExportedEntry of(Retrospect.OwnEntry own) {
        return new ExportedEntry(own.member(), EntryView.of(own.entry()));
    }
}
