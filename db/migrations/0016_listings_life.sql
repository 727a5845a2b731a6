-- From when it is to stand in public, while it is scheduled or waits for the office's look.
alter table listings add publish_at timestamptz;
-- By which day the office has looked, while it waits for that.
alter table listings add look_by date;
-- 「検索エンジンに載せない」: out of other people's indexes and of the site map, not out of our own lists.
alter table listings add no_index boolean not null default false;
-- What this was made from, where the office has approved that beforehand: listings made from it skip the look.
alter table listings add template_id uuid references listings;
alter table listings add pre_approved_at timestamptz;
-- activity-publishing.R8: when the group was asked whether it still fits, and when it last said so.
alter table listings add asked_at timestamptz;
alter table listings add confirmed_at timestamptz;

create index listings_releasing on listings (publish_at) where state = 'scheduled';
create index listings_submitted on listings (body_id, updated_at) where state = 'submitted';

-- One date among others that is called off, postponed or moved. Its own day by the rule stays known: by that it is found
-- again when the rule is made anew.
alter table occurrences add status_reason text not null default '';
alter table occurrences add was_day date;
alter table occurrences add was_starts_at timestamptz;
alter table occurrences add was_ends_at timestamptz;

-- What changed while it was public; everybody may read it.
create table listing_changes (
  id uuid primary key,
  listing_id uuid not null references listings,
  at timestamptz not null,
  -- By field: the old and the new value.
  changes jsonb not null
);
create index listing_changes_listing on listing_changes (listing_id, at desc);

-- What a group and its office say to each other about a listing that is not public.
create table listing_talks (
  id uuid primary key,
  listing_id uuid not null references listings,
  at timestamptz not null,
  side text not null check (side in ('group', 'office')),
  account_id uuid,
  body text not null,
  -- By which day the other side answers, where that is the office.
  due_on date
);
create index listing_talks_listing on listing_talks (listing_id, at);

-- What readers report. An address is kept until the decision has been told to it.
create table listing_reports (
  id uuid primary key,
  listing_id uuid not null references listings,
  at timestamptz not null,
  why text not null check (why in ('outdated', 'wrong', 'harmful', 'advertising', 'duplicate', 'other')),
  body text not null default '',
  address text not null default '',
  lang text not null,
  -- A hash that changes every day: enough to see that one client reports again and again.
  client text not null,
  due_on date not null,
  decided_at timestamptz,
  outcome text check (outcome in ('kept', 'mended', 'hidden')),
  answer text not null default ''
);
create index listing_reports_open on listing_reports (listing_id, at) where decided_at is null;
create index listing_reports_client on listing_reports (client, at);

-- What somebody is typing and has not saved yet: as it stands in the fields, readable or not. Its own writer sees it only.
create table listing_typings (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  listing_id uuid references listings,
  account_id uuid not null,
  typed jsonb not null,
  version int not null default 1,
  saved_at timestamptz not null
);
create index listing_typings_account on listing_typings (account_id, organisation_id, saved_at desc);
create index listing_typings_saved on listing_typings (saved_at);

-- Whether a body looks at listings before they are public; without a row the city's profile says.
create table listing_review_settings (
  body_id uuid primary key references bodies,
  review text not null check (review in ('off', 'first', 'all')),
  updated_at timestamptz not null
);
