create table organisations (
  id uuid primary key,
  public_id text not null unique,
  name text not null,
  kana text not null,
  name_key text not null,
  english text not null default '',
  kind text not null check (kind in
    ('civic-group', 'company', 'school', 'council', 'neighbourhood-association', 'facility', 'other')),
  main_area_code text not null references areas,
  body_id uuid not null references bodies,
  fields int[] not null,
  purpose text not null,
  website text not null default '',
  contact_id uuid not null references contacts,
  contact_public boolean not null default false,
  state text not null,
  version int not null default 1,
  receipt_number text unique,
  applicant_id uuid references accounts,
  submitted_at timestamptz,
  due_on date,
  registered_at timestamptz,
  public_reason text,
  created_at timestamptz not null,
  updated_at timestamptz not null
);
create index organisations_name_key on organisations using gin (name_key gin_trgm_ops);
create index organisations_body_state on organisations (body_id, state, submitted_at);
create index organisations_area on organisations (main_area_code) where state = 'registered';
create index organisations_kana on organisations (kana, id) where state = 'registered';
create index organisations_applicant on organisations (applicant_id);
alter table contacts add foreign key (owner_organisation_id) references organisations deferrable initially deferred;

create table organisation_areas (
  organisation_id uuid not null references organisations,
  area_code text not null references areas,
  primary key (organisation_id, area_code)
);
create index organisation_areas_area on organisation_areas (area_code);

-- What happened to a registration. `reason` is read by the applicant; `note` by the office only.
create table organisation_events (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  at timestamptz not null,
  event text not null,
  state text not null,
  account_id uuid,
  hat text not null,
  reason text not null default '',
  field_reasons jsonb not null default '{}',
  note text not null default ''
);
create index organisation_events_organisation on organisation_events (organisation_id, at);

create table memberships (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  account_id uuid not null references accounts,
  role text not null check (role in ('representative', 'editor')),
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);
create index memberships_account on memberships (account_id);
create index memberships_organisation on memberships (organisation_id);
create unique index memberships_standing on memberships (organisation_id, account_id) where valid_to is null;
