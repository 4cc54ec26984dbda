-- The phone's memory as version 2 wrote it. Never change this file: later versions must read it.
CREATE TABLE decisions (
  program TEXT NOT NULL CHECK (program <> ''),
  version TEXT NOT NULL CHECK (version IN ('develop', 'trial', 'release')),
  scope TEXT NOT NULL CHECK (scope <> ''),
  decision TEXT NOT NULL CHECK (decision IN ('granted', 'denied')),
  UNIQUE (program, version, scope)
) STRICT;
CREATE TABLE storage (
  program TEXT NOT NULL CHECK (program <> ''),
  key BLOB NOT NULL,
  value BLOB NOT NULL,
  UNIQUE (program, key)
) STRICT;
CREATE TABLE programs (
  id TEXT NOT NULL CHECK (id <> '') UNIQUE,
  name TEXT NOT NULL,
  icon BLOB,
  folder BLOB NOT NULL,
  owned INTEGER NOT NULL CHECK (owned IN (0, 1)),
  last_used TEXT
) STRICT;
CREATE TABLE removals (folder TEXT NOT NULL UNIQUE) STRICT;
CREATE TABLE history (
  at INTEGER NOT NULL CHECK (at BETWEEN 0 AND 140737488355327),
  program TEXT NOT NULL CHECK (program <> ''),
  version TEXT NOT NULL CHECK (version IN ('develop', 'trial', 'release')),
  scope TEXT NOT NULL CHECK (scope <> ''),
  actor TEXT NOT NULL
    CHECK (actor IN ('prompt', 'settings', 'command', 'script', 'earlier', 'reserved')),
  old TEXT NOT NULL CHECK (old IN ('undecided', 'granted', 'denied')),
  new TEXT NOT NULL CHECK (new IN ('undecided', 'granted', 'denied'))
) STRICT;
CREATE INDEX history_of_scope ON history (program, version, scope);
INSERT INTO decisions VALUES ('wx1', 'develop', 'scope.userLocation', 'granted');
INSERT INTO decisions VALUES ('wx1', 'develop', 'scope.userInfo', 'denied');
INSERT INTO decisions VALUES ('wx1', 'release', 'scope.userLocation', 'denied');
INSERT INTO decisions VALUES ('wx2', 'trial', 'scope.ofTheFuture', 'granted');
INSERT INTO storage VALUES ('wx1', x'6B6579', x'7B2261223A317D');
INSERT INTO programs VALUES ('wx1', 'Weather', NULL, x'2F686F6D652F77', 0, '2026-01-02T03:04:05.000006+00:00');
INSERT INTO programs VALUES ('wx2', '记事本', x'7778322F632F6C6F676F2E706E67', x'7778322F63', 1, NULL);
INSERT INTO removals VALUES ('wx3-gone');
INSERT INTO history VALUES (1795701840000, 'wx1', 'develop', 'scope.userLocation', 'prompt', 'undecided', 'denied');
INSERT INTO history VALUES (1795701900000, 'wx1', 'develop', 'scope.userLocation', 'settings', 'denied', 'granted');
INSERT INTO history VALUES (1795701900000, 'wx1', 'develop', 'scope.userLocation', 'reserved', 'undecided', 'undecided');
INSERT INTO history VALUES (1795701960000, 'wx1', 'develop', 'scope.userInfo', 'prompt', 'undecided', 'denied');
INSERT INTO history VALUES (1795702020000, 'wx1', 'release', 'scope.userLocation', 'command', 'undecided', 'granted');
INSERT INTO history VALUES (1795702080000, 'wx1', 'release', 'scope.userLocation', 'script', 'granted', 'denied');
INSERT INTO history VALUES (1795702140000, 'wx2', 'trial', 'scope.ofTheFuture', 'prompt', 'undecided', 'granted');
INSERT INTO history VALUES (1795702140000, 'wx2', 'trial', 'scope.ofTheFuture', 'reserved', 'undecided', 'undecided');
INSERT INTO history VALUES (1795702200000, 'wx2', 'develop', 'scope.camera', 'prompt', 'undecided', 'granted');
INSERT INTO history VALUES (1795702260000, 'wx2', 'develop', 'scope.camera', 'command', 'granted', 'undecided');
PRAGMA application_id = 1296126024;
PRAGMA user_version = 2;
