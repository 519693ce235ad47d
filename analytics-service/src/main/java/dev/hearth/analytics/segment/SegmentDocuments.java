package dev.hearth.analytics.segment;

import dev.hearth.analytics.activity.Additions;
import dev.hearth.analytics.activity.Columns;
import dev.hearth.analytics.activity.CommunityAdditions;
import dev.hearth.analytics.activity.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.bson.Document;
import org.bson.types.Binary;

/**
 * Additions as documents of bounded size: {@code {_id, entries: [{community, firstMember, members: […], firstPlace,
 * places: [{group, kind, activity}], firstRow, rows: columns}]}}.
 */
final class SegmentDocuments {
    /** What BSON takes for an entry, a name or a place beside its strings, at most. */
    private static final int OVERHEAD = 128;

    private static final int BYTES_A_ROW = 48;

    private SegmentDocuments() {}

    /** @param maxBytes how long a document may get, about */
    static List<Document> write(String id, Additions additions, int maxBytes) {
        List<Entry> entries = new ArrayList<>();
        additions.communities().forEach((community, added) -> entries.addAll(entries(community, added, maxBytes)));
        List<Document> documents = new ArrayList<>();
        for (List<Entry> together : cut(entries, Entry::bytes, maxBytes)) {
            documents.add(new Document("_id", Segment.partId(id, documents.size()))
                    .append("entries", together.stream().map(Entry::written).toList()));
        }
        return documents;
    }

    /** @param documents all of a segment, in the order they were written in */
    static Additions read(List<Document> documents) {
        return Additions.joined(documents.stream()
                .flatMap(document -> document.getList("entries", Document.class).stream())
                .map(SegmentDocuments::additions)
                .toList());
    }

    /** First the members, then the places, then the rows, so that no entry speaks of what is named later. */
    private static List<Entry> entries(String community, CommunityAdditions added, int maxBytes) {
        List<Entry> entries = new ArrayList<>();
        int member = added.firstMember();
        int place = added.firstPlace();
        int row = added.firstRow();
        for (List<String> members : cut(added.members(), SegmentDocuments::bytes, maxBytes)) {
            entries.add(Entry.of(
                    community, new CommunityAdditions(member, members, place, List.of(), row, Columns.none())));
            member += members.size();
        }
        for (List<Place> places : cut(added.places(), SegmentDocuments::bytes, maxBytes)) {
            entries.add(
                    Entry.of(community, new CommunityAdditions(member, List.of(), place, places, row, Columns.none())));
            place += places.size();
        }
        int most = Math.max(1, maxBytes / BYTES_A_ROW);
        for (int from = 0; from < added.rows().size(); from += most) {
            Columns rows = added.rows().slice(from, Math.min(added.rows().size(), from + most));
            entries.add(
                    Entry.of(community, new CommunityAdditions(member, List.of(), place, List.of(), row + from, rows)));
        }
        return entries;
    }

    private static <T> List<List<T>> cut(List<T> whole, ToIntFunction<T> bytesOf, int maxBytes) {
        List<List<T>> pieces = new ArrayList<>();
        int start = 0;
        int bytes = 0;
        for (int i = 0; i < whole.size(); i++) {
            int more = bytesOf.applyAsInt(whole.get(i));
            if (bytes + more > maxBytes && i > start) {
                pieces.add(whole.subList(start, i));
                start = i;
                bytes = 0;
            }
            bytes += more;
        }
        if (start < whole.size()) {
            pieces.add(whole.subList(start, whole.size()));
        }
        return pieces;
    }

    private static int bytes(String member) {
        return OVERHEAD / 4 + member.length();
    }

    private static int bytes(Place place) {
        return OVERHEAD
                + place.kind().length()
                + (place.group() == null ? 0 : place.group().length());
    }

    private static Document written(Place place) {
        Document written = new Document("kind", place.kind()).append("activity", place.activity());
        return place.group() == null ? written : written.append("group", place.group());
    }

    private static Additions additions(Document entry) {
        return new Additions(Map.of(
                entry.getString("community"),
                new CommunityAdditions(
                        entry.getInteger("firstMember"),
                        entry.getList("members", String.class),
                        entry.getInteger("firstPlace"),
                        entry.getList("places", Document.class).stream()
                                .map(place -> new Place(
                                        place.getString("group"),
                                        place.getString("kind"),
                                        place.getBoolean("activity")))
                                .toList(),
                        entry.getInteger("firstRow"),
                        ColumnsCodec.read(entry.get("rows", Binary.class).getData()))));
    }

    private record Entry(Document written, int bytes) {
        static Entry of(String community, CommunityAdditions added) {
            byte[] rows = ColumnsCodec.write(added.rows());
            int bytes = OVERHEAD
                    + rows.length
                    + added.members().stream().mapToInt(SegmentDocuments::bytes).sum()
                    + added.places().stream().mapToInt(SegmentDocuments::bytes).sum();
            return new Entry(
                    new Document("community", community)
                            .append("firstMember", added.firstMember())
                            .append("members", added.members())
                            .append("firstPlace", added.firstPlace())
                            .append(
                                    "places",
                                    added.places().stream()
                                            .map(SegmentDocuments::written)
                                            .toList())
                            .append("firstRow", added.firstRow())
                            .append("rows", new Binary(rows)),
                    bytes);
        }
    }
}
