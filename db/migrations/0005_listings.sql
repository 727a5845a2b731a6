create table listings (
  id uuid primary key,
  public_id text not null unique,
  organisation_id uuid references organisations,
  body_id uuid not null references bodies,
  kind text not null check (kind in ('event', 'volunteer', 'meeting', 'support', 'news')),
  title text not null,
  title_kana text not null default '',
  what text not null,
  for_whom text not null default '',
  how_to_join text not null,
  place_name text not null default '',
  place_address text not null default '',
  latitude double precision,
  longitude double precision,
  online boolean not null default false,
  fee text not null default '',
  capacity text not null default '',
  contact text not null default '',
  apply_text text not null default '',
  apply_by timestamptz,
  scope text not null check (scope in ('whole-city', 'areas', 'outside', 'unknown')),
  fields int[] not null default '{}',
  -- The rule of the dates as the editor gave it; occurrences are made from it.
  schedule jsonb not null,
  schedule_text text not null default '',
  look_at text[] not null default '{}',
  state text not null,
  version int not null default 1,
  -- The day by which it counts; set once, at the first publication.
  first_published_at timestamptz,
  published_at timestamptz,
  -- When the last occurrence ends; null: it has no end that is known.
  ends_at timestamptz,
  public_reason text,
  source_url text not null default '',
  credit text not null default '',
  licence text not null default '',
  -- Set on what came in by import: the profile and the row's own lasting key.
  import_profile text,
  import_key text,
  import_hash text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  unique (import_profile, import_key)
);
create index listings_open on listings (ends_at) where state = 'published';
create index listings_published on listings (published_at desc) where state = 'published';
create index listings_organisation on listings (organisation_id, state);
create index listings_fields on listings using gin (fields);
create index listings_look_at on listings (body_id) where look_at <> '{}';

create table listing_areas (
  listing_id uuid not null references listings on delete cascade,
  area_code text not null references areas,
  primary key (listing_id, area_code)
);
create index listing_areas_area on listing_areas (area_code, listing_id);

create table occurrences (
  id uuid primary key,
  listing_id uuid not null references listings on delete cascade,
  first_day date,
  last_day date,
  starts_at timestamptz,
  ends_at timestamptz,
  precision text not null check (precision in ('day', 'time', 'undetermined')),
  status text not null default 'planned' check (status in ('planned', 'cancelled', 'postponed')),
  check (first_day <= last_day),
  check (starts_at <= ends_at),
  check ((precision = 'undetermined') = (first_day is null))
);
create index occurrences_listing on occurrences (listing_id, first_day);
create index occurrences_days on occurrences (last_day, first_day);

create table listing_events (
  id uuid primary key,
  listing_id uuid not null references listings,
  at timestamptz not null,
  event text not null,
  state text not null,
  account_id uuid,
  hat text not null,
  reason text not null default ''
);
create index listing_events_listing on listing_events (listing_id, at);

create table imports (
  id uuid primary key,
  profile text not null,
  file_name text not null,
  encoding text not null,
  started_at timestamptz not null,
  finished_at timestamptz,
  counts jsonb not null default '{}'
);
