-- What people send in. The name is theirs, the type is what the content says, and the content stands in the store
-- under its hash. Until it is checked nobody is given it.
create table files (
  id uuid primary key,
  public_id text not null unique,
  owner_kind text not null,
  owner_id uuid not null,
  role text not null,
  accepts text not null check (accepts in ('picture', 'document', 'either')),
  position int not null,
  name text not null,
  title text not null default '',
  alt text not null default '',
  decorative boolean not null default false,
  state text not null default 'quarantined' check (state in ('quarantined', 'usable', 'refused')),
  refusal text,
  type text,
  bytes int not null,
  hash text not null,
  width int,
  height int,
  attempts int not null default 0,
  -- Takes the place of the one that stands there, once it is found usable.
  takes_place boolean not null default false,
  version int not null default 1,
  uploaded_by uuid,
  uploaded_at timestamptz not null,
  checked_at timestamptz,
  removed_at timestamptz,
  check (state <> 'usable' or type is not null),
  check ((state = 'refused') = (refusal is not null))
);
create index files_owner on files (owner_kind, owner_id, role, position) where removed_at is null;
create index files_waiting on files (uploaded_at) where state = 'quarantined';
create index files_refused on files (uploaded_at) where state = 'refused';
create index files_removed on files (removed_at) where removed_at is not null;
create index files_hash on files (hash) where state = 'quarantined';

-- What is given out: a picture in several sizes, a document as it was written anew. What was sent in is not kept.
create table file_sizes (
  file_id uuid not null references files on delete cascade,
  size text not null,
  hash text not null,
  type text not null,
  bytes int not null,
  width int,
  height int,
  primary key (file_id, size)
);
create index file_sizes_hash on file_sizes (hash);

-- Every content in the store. Whoever needs one or sweeps it locks its row first.
create table file_contents (
  hash text primary key,
  bytes int not null,
  stored_at timestamptz not null
);
create index file_contents_stored on file_contents (stored_at);
