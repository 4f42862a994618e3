INSERT INTO projects (Id, Name, Template, Revision, CreatedAt, ChangedAt, DeletedAt)
VALUES ('bcdfghjkmnpq', 'Flowers', 'iris', 1, 1767225600000, 1767225660000, NULL);
INSERT INTO snapshots (ProjectId, Revision, Document)
VALUES ('bcdfghjkmnpq', 0, CAST('{{ "format": 1, "name": "Iris" }}' AS BLOB));
INSERT INTO edits (ProjectId, Revision, CommandId, Step, Edit, Inverse, Actor, At)
VALUES ('bcdfghjkmnpq', 1, 'command-1', 'Do', '{{"edit":"renameProject","name":"Flowers"}}', '{{"edit":"renameProject","name":"Iris"}}', 'me', 1767225660000);
INSERT INTO versions (Id, ProjectId, Revision, Name, At)
VALUES ('rstvwxyz2345', 'bcdfghjkmnpq', 1, 'Before the lesson', 1767225670000);
INSERT INTO runs (Id, ProjectId, Number, Name, State, Reason, Revision, Document, DataFingerprint, Seed, Device, AskedAt, StartedAt, EndedAt, Scores)
VALUES ('6789bcdfghjk', 'bcdfghjkmnpq', 1, '', 'Finished', '{{"code":"verbatim","arguments":{{"en":"Done.","zh":"已完成。"}}}}', 1, CAST('{{ "format": 1, "name": "Flowers" }}' AS BLOB), 'abc', 0, 'cpu', 1767225680000, 1767225690000, 1767225700000, NULL);
INSERT INTO settings (Name, Value) VALUES ('device', '"cpu"');
INSERT INTO browser_sessions (Id, Browser, SystemUser, OpenedAt, SeenAt) VALUES ('0a1b', 'Firefox · Linux', 1000, 1767225600000, 1767225660000);
INSERT INTO published_models (Name, ProjectId, Title, Purpose, IsOn, Access, PasswordHash, CurrentVersion, CreatedAt)
VALUES ('flowers', 'bcdfghjkmnpq', 'Flowers', 'Tells flowers apart.', 1, 'Open', NULL, 1, 1767225700000);
INSERT INTO model_versions (ModelName, Number, RunId, Folder, IsWhole, PublishedAt)
VALUES ('flowers', 1, '6789bcdfghjk', 'tvwxyz234567', 1, 1767225700000);
INSERT INTO model_keys (Id, ModelName, Start, CreatedAt) VALUES ('0a1b', 'flowers', 'bk_AbCd', 1767225700000);
