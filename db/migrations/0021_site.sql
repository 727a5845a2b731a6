-- What the City itself says on the site: pages, terms, purposes of collections, notices, the emergency banner, opinions.

create table site_pages (
  id uuid primary key,
  slug text not null unique check (slug ~ '^[a-z][a-z0-9-]{0,60}$'),
  kind text not null check (kind in ('page', 'faq', 'terms', 'purpose')),
  position int not null,
  created_at timestamptz not null
);

-- Every version that was ever saved. One is shown from `publish_at` until a later one is; null: it never was.
create table site_versions (
  id uuid primary key,
  page_id uuid not null references site_pages,
  number int not null,
  contents jsonb not null,
  why text not null default '',
  at timestamptz not null,
  account_id uuid,
  hat text not null,
  publish_at timestamptz,
  published_by uuid,
  asks_consent boolean not null default false,
  unique (page_id, number)
);
create index site_versions_public on site_versions (page_id, publish_at desc, number desc) where publish_at is not null;

-- Who agreed to which version of the terms.
create table site_consents (
  id uuid primary key,
  account_id uuid not null references accounts on delete cascade,
  version_id uuid not null references site_versions,
  at timestamptz not null,
  unique (account_id, version_id)
);
create index site_consents_version on site_consents (version_id);

create table site_notices (
  id uuid primary key,
  public_id text not null unique,
  body_id uuid not null references bodies,
  area_code text references areas,
  contents jsonb not null,
  starts_at timestamptz not null,
  ends_at timestamptz,
  state text not null check (state in ('draft', 'published', 'withdrawn')),
  public_reason text,
  version int not null default 1,
  created_by uuid,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (ends_at is null or ends_at > starts_at)
);
create index site_notices_public on site_notices (starts_at desc) where state = 'published';
create index site_notices_area on site_notices (area_code, starts_at desc) where state = 'published';

-- Stands on every page until it ends; never used for anything else.
create table site_emergencies (
  id uuid primary key,
  contents jsonb not null,
  link text not null default '',
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  why text not null,
  raised_by uuid,
  hat text not null,
  ended_at timestamptz,
  ended_by uuid,
  check (ends_at > starts_at)
);
create index site_emergencies_standing on site_emergencies (ends_at) where ended_at is null;

-- What people think of the site. Who wrote stands apart, where only the office reads it.
create table site_opinions (
  id uuid primary key,
  public_id text not null unique,
  body_id uuid not null references bodies,
  text text not null,
  page text not null default '',
  lang text not null check (lang in ('ja', 'en', 'ja-easy')),
  may_publish boolean not null,
  at timestamptz not null,
  due_on date not null,
  state text not null,
  answer text not null default '',
  change text not null default '',
  public_text text not null default '',
  answered_at timestamptz,
  answered_by uuid,
  published_at timestamptz,
  version int not null default 1,
  check (published_at is null or may_publish)
);
create index site_opinions_state on site_opinions (state, due_on);
create index site_opinions_at on site_opinions (at desc);
create index site_opinions_published on site_opinions (published_at desc) where published_at is not null;
alter table site_opinions enable row level security;
create policy site_opinions_read on site_opinions for select to enishi_program
  using (published_at is not null or body_id = any (acting_bodies()) or acting_account() = 'system');
create policy site_opinions_write on site_opinions for insert to enishi_program with check (true);
create policy site_opinions_answer on site_opinions for update to enishi_program
  using (body_id = any (acting_bodies()) or acting_account() = 'system') with check (true);

create table site_opinion_writers (
  opinion_id uuid primary key references site_opinions,
  body_id uuid not null references bodies,
  account_id uuid references accounts on delete set null,
  address text not null default ''
);
alter table site_opinion_writers enable row level security;
create policy site_opinion_writers_read on site_opinion_writers for select to enishi_program
  using (body_id = any (acting_bodies()) or acting_account() = 'system');
create policy site_opinion_writers_write on site_opinion_writers for insert to enishi_program with check (true);
create policy site_opinion_writers_erase on site_opinion_writers for delete to enishi_program
  using (acting_account() = 'system');

-- How often one place wrote lately, by a hash that changes every day.
create table site_opinion_attempts (
  client text not null,
  at timestamptz not null
);
create index site_opinion_attempts_client on site_opinion_attempts (client, at);
create index site_opinion_attempts_at on site_opinion_attempts (at);

-- civic-portal.R7: where the merits of registration were explained.
create table site_promotions (
  id uuid primary key,
  on_day date not null,
  occasion text not null,
  audience text not null,
  explained_by text not null,
  note text not null default '',
  registrations int check (registrations >= 0),
  body_id uuid not null references bodies,
  version int not null default 1,
  created_by uuid,
  created_at timestamptz not null
);
create index site_promotions_day on site_promotions (on_day desc, id desc);
