-- The phone's memory as version 1 wrote it. Never change this file: later versions must read it.
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
INSERT INTO decisions VALUES ('wx1', 'develop', 'scope.userLocation', 'granted');
INSERT INTO decisions VALUES ('wx1', 'develop', 'scope.userInfo', 'denied');
INSERT INTO decisions VALUES ('wx1', 'release', 'scope.userLocation', 'denied');
INSERT INTO decisions VALUES ('wx2', 'trial', 'scope.ofTheFuture', 'granted');
INSERT INTO storage VALUES ('wx1', x'6B6579', x'7B2261223A317D');
INSERT INTO programs VALUES ('wx1', 'Weather', NULL, x'2F686F6D652F77', 0, '2026-01-02T03:04:05.000006+00:00');
INSERT INTO programs VALUES ('wx2', '记事本', x'7778322F632F6C6F676F2E706E67', x'7778322F63', 1, NULL);
INSERT INTO removals VALUES ('wx3-gone');
PRAGMA application_id = 1296126024;
PRAGMA user_version = 1;
