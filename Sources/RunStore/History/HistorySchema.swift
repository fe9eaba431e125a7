import GRDB

/// The tables of the history and how they came to be: each migration runs once, in order, and is never edited.
enum HistorySchema {
    /// Raised with every migration, so that any SQLite tool can tell how new a file is.
    static let version = 1

    static var migrator: DatabaseMigrator {
        var migrator = DatabaseMigrator()
        migrator.registerMigration("1 attempts, runs, exports, figures") { database in
            try database.execute(sql: first)
            try database.execute(sql: "PRAGMA user_version = 1")
        }
        return migrator
    }

    private static let first = """
        CREATE TABLE attempt (
            id INTEGER PRIMARY KEY,
            started TEXT NOT NULL CHECK (started GLOB '????-??-??T??:??:??Z'),
            ended TEXT CHECK (ended GLOB '????-??-??T??:??:??Z'),
            process INTEGER NOT NULL,
            host TEXT NOT NULL,
            as_of TEXT CHECK (as_of GLOB '????-??-??'),
            outcome TEXT NOT NULL CHECK (outcome <> ''),
            exit_code INTEGER CHECK (exit_code BETWEEN 0 AND 255),
            run TEXT CHECK (run <> ''),
            message TEXT,
            CHECK ((ended IS NULL) = (exit_code IS NULL)),
            CHECK ((ended IS NULL) = (outcome IN ('running', 'did_not_end')))
        ) STRICT;
        CREATE TABLE publication (
            id INTEGER PRIMARY KEY,
            attempt INTEGER REFERENCES attempt (id),
            published TEXT CHECK (published GLOB '????-??-??T??:??:??Z'),
            as_of TEXT NOT NULL CHECK (as_of GLOB '????-??-??'),
            run TEXT NOT NULL CHECK (run <> ''),
            program TEXT NOT NULL
        ) STRICT;
        CREATE TABLE export (
            publication INTEGER NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
            source TEXT NOT NULL,
            file TEXT NOT NULL,
            sha256 TEXT NOT NULL,
            state TEXT NOT NULL,
            accepted INTEGER NOT NULL CHECK (accepted >= 0),
            rejected INTEGER NOT NULL CHECK (rejected >= 0),
            PRIMARY KEY (publication, source, file)
        ) STRICT, WITHOUT ROWID;
        CREATE TABLE figure (
            id INTEGER PRIMARY KEY,
            publication INTEGER NOT NULL REFERENCES publication (id) ON DELETE CASCADE,
            kpi TEXT NOT NULL CHECK (kpi <> ''),
            statistic TEXT NOT NULL CHECK (statistic <> ''),
            period TEXT NOT NULL CHECK (period <> ''),
            state TEXT NOT NULL CHECK (state <> ''),
            value REAL,
            numerator REAL,
            denominator INTEGER CHECK (denominator >= 0),
            verdict TEXT NOT NULL,
            definition TEXT NOT NULL,
            is_last INTEGER NOT NULL DEFAULT 1 CHECK (is_last IN (0, 1)),
            UNIQUE (kpi, period, statistic, publication)
        ) STRICT;
        CREATE UNIQUE INDEX figure_last ON figure (kpi, statistic, period) WHERE is_last = 1;
        CREATE INDEX figure_publication ON figure (publication);
        """
}
