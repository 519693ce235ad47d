package dev.hearth.analytics.segment;

import dev.hearth.analytics.activity.Additions;
import dev.hearth.analytics.activity.Cell;
import dev.hearth.analytics.activity.CommunityAdditions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToIntFunction;
import org.bson.Document;
import org.bson.types.Binary;
import org.roaringbitmap.RoaringBitmap;

/**
 * Additions as documents of bounded size: {@code {_id, entries: [{community, first, members: […], cells: [{day, group,
 * kind, members: bitmap}]}]}}.
 */
final class SegmentDocuments {
    /** What BSON takes for an entry or a cell beside its strings and bits, at most. */
    private static final int OVERHEAD = 128;

    private SegmentDocuments() {}

    /**
     * @param maxBytes how long a document may get, about; a cell is never split, and takes 8 KiB for each 65,536
     *     members of a community in the partition
     */
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
        Additions read = Additions.NONE;
        for (Document document : documents) {
            for (Document entry : document.getList("entries", Document.class)) {
                read = read.then(additions(entry));
            }
        }
        return read;
    }

    /** First the members, then the cells, so that no entry speaks of members that are named later. */
    private static List<Entry> entries(String community, CommunityAdditions added, int maxBytes) {
        List<Entry> entries = new ArrayList<>();
        int ordinal = added.firstOrdinal();
        for (List<String> members : cut(added.members(), member -> OVERHEAD / 4 + member.length(), maxBytes)) {
            entries.add(Entry.of(community, ordinal, members, List.of()));
            ordinal += members.size();
        }
        List<Document> cells = added.cells().entrySet().stream()
                .map(cell -> written(cell.getKey(), cell.getValue()))
                .toList();
        for (List<Document> together : cut(cells, SegmentDocuments::bytes, maxBytes)) {
            entries.add(Entry.of(community, ordinal, List.of(), together));
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

    private static Document written(Cell cell, RoaringBitmap members) {
        members.runOptimize();
        ByteBuffer bits = ByteBuffer.allocate(members.serializedSizeInBytes());
        members.serialize(bits);
        Document written = new Document("day", cell.epochDay());
        if (cell.group() != null) {
            written.append("group", cell.group());
        }
        return written.append("kind", cell.kind()).append("members", new Binary(bits.array()));
    }

    private static int bytes(Document cell) {
        return 2 * OVERHEAD + cell.get("members", Binary.class).length();
    }

    private static Additions additions(Document entry) {
        Map<Cell, RoaringBitmap> cells = new HashMap<>();
        for (Document cell : entry.getList("cells", Document.class)) {
            cells.put(
                    new Cell(cell.getInteger("day"), cell.getString("group"), cell.getString("kind")),
                    bitmap(cell.get("members", Binary.class)));
        }
        return new Additions(Map.of(
                entry.getString("community"),
                new CommunityAdditions(entry.getInteger("first"), entry.getList("members", String.class), cells)));
    }

    private static RoaringBitmap bitmap(Binary bits) {
        RoaringBitmap members = new RoaringBitmap();
        try {
            members.deserialize(ByteBuffer.wrap(bits.getData()));
        } catch (IOException e) {
            throw new UncheckedIOException("a stored set of members cannot be read", e);
        }
        return members;
    }

    private record Entry(Document written, int bytes) {
        static Entry of(String community, int first, List<String> members, List<Document> cells) {
            int bytes = OVERHEAD
                    + members.stream()
                            .mapToInt(member -> OVERHEAD / 4 + member.length())
                            .sum()
                    + cells.stream().mapToInt(SegmentDocuments::bytes).sum();
            return new Entry(
                    new Document("community", community)
                            .append("first", first)
                            .append("members", members)
                            .append("cells", cells),
                    bytes);
        }
    }
}
