-- Whether who asked has proved once more who they are. What is under way keeps what it counted for.
alter table requests.request add column proved boolean not null default false;
update requests.request set proved = fresh_sign_in;
-- Who said that somebody has left gets no say in what that moved, also after they are back.
alter table requests.departed add column said_by text[] not null default '{}', add column back_at timestamptz;
