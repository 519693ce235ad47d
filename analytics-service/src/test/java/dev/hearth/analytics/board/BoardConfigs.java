package dev.hearth.analytics.board;

/** Settings for tests. */
final class BoardConfigs {
    private BoardConfigs() {}

    static BoardConfig of(int maxBoards, long maxPlaces) {
        return new BoardConfig() {
            @Override
            public int maxBoards() {
                return maxBoards;
            }

            @Override
            public long maxPlaces() {
                return maxPlaces;
            }
        };
    }

    static Boards roomy() {
        return new Boards(of(10_000, 100_000_000));
    }
}
