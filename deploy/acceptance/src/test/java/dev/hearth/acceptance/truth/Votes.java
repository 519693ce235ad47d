package dev.hearth.acceptance.truth;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * The votes of a real community as events of the authors who received them: of which kind the post is that was voted
 * on, and who asked the question of an accepted answer, stands in another file.
 */
public final class Votes {
    /**
     * What an upvoted question, an upvoted answer, … earn their author; all upvotes of a day at most {@link #DAILY}.
     */
    public static final Map<String, Integer> AMOUNTS = Map.of(
            "question.upvoted", 5,
            "answer.upvoted", 10,
            "post.downvoted", -2,
            "answer.accepted", 15,
            "acceptance.given", 2);

    /** The kinds that the daily cap is over. */
    public static final Set<String> UPVOTES = Set.of("question.upvoted", "answer.upvoted");

    public static final int DAILY = 200;

    /**
     * Votes on community-wiki posts do not count, and the files do not say which posts are. Of the 1,670 posts this is
     * the one whose votes the published points leave out.
     */
    private static final Set<String> WIKI = Set.of("3987");

    private final Path folder;
    private final Map<String, Post> posts = new HashMap<>();
    private final List<Vote> votes = new ArrayList<>();

    private record Post(String kind, String author, String asker) {}

    /**
     * A vote as an event of the member whom it moves points of.
     *
     * @param at when: the files have only the day of a vote
     */
    record Vote(String id, String at, String member, String kind, String post) {
        String day() {
            return at.substring(0, 10);
        }

        String csv() {
            return String.join(",", id, at, member, kind, "", post, "");
        }
    }

    /** @param data the community's folder */
    public Votes(SharedData data) throws IOException {
        this.folder = data.folder();
        for (String[] row : rows("events.csv.gz")) {
            if (!row[3].equals("comment")) {
                posts.put(row[5], new Post(row[3], row[2], row[4]));
            }
        }
        for (String[] row : rows("other_events.csv.gz")) {
            read(row);
        }
    }

    /** How many events they are. */
    public int size() {
        return votes.size();
    }

    List<Vote> votes() {
        return votes;
    }

    /** Writes the events as a file to replay. */
    public Path write(Path file) throws IOException {
        Stream<String> header = Stream.of("id,ts,user,kind,target,obj,value");
        return Files.write(
                file, Stream.concat(header, votes.stream().map(Vote::csv)).toList());
    }

    /** The points of every member that has any; what is owed counts as negative. */
    public Figures expected(String currency) throws IOException {
        Figures figures = new Figures();
        List<String> lines = Files.readAllLines(folder.resolve("vote_points_by_user.csv"));
        for (String line : lines.subList(1, lines.size())) {
            String[] fields = line.split(",", -1);
            if (!fields[1].equals("0")) {
                figures.put("points " + currency + " of " + fields[0], Long.parseLong(fields[1]));
            }
        }
        return figures;
    }

    private void read(String[] row) {
        Post post = posts.get(row[5]);
        // Votes without an author are on posts that were deleted.
        if (row[4].isEmpty() || post == null || WIKI.contains(row[5])) {
            return;
        }
        switch (row[3]) {
            case "upvote" -> add(row, row[0], post.author(), post.kind() + ".upvoted");
            case "downvote" -> add(row, row[0], post.author(), "post.downvoted");
            case "accepted" -> accept(row, post);
            default -> {
                // Neither votes nor acceptances earn anything else.
            }
        }
    }

    private void accept(String[] row, Post answer) {
        if (!answer.asker().equals(answer.author())) {
            add(row, row[0], answer.author(), "answer.accepted");
            if (!answer.asker().isEmpty()) {
                add(row, row[0] + "-given", answer.asker(), "acceptance.given");
            }
        }
    }

    private void add(String[] row, String id, String member, String kind) {
        votes.add(new Vote(id, row[1], member, kind, row[5]));
    }

    private List<String[]> rows(String name) throws IOException {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                new GZIPInputStream(Files.newInputStream(folder.resolve(name))), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",", -1)).toList();
        }
    }
}
