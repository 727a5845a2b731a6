-- A membership ends by an act (leaving, removal, another role) or by the last day of its term, and keeps its dates.
alter table memberships add ended_at timestamptz;
update memberships set ended_at = valid_to + 1 where valid_to is not null;
drop index memberships_standing;
create unique index memberships_standing on memberships (organisation_id, account_id) where ended_at is null;
create index memberships_term on memberships (valid_to) where ended_at is null and valid_to is not null;

-- When its people last said that the profile is right; when they were asked; since when it is out of the lists.
alter table organisations add confirmed_at timestamptz;
alter table organisations add reminded_at timestamptz;
alter table organisations add reminders int not null default 0;
alter table organisations add stale_at timestamptz;
-- Since when nobody represents a group that had people here.
alter table organisations add unattended_since timestamptz;
-- Who ended it may take it up again: its people what they ended themselves, the office everything.
alter table organisations add ended_by text check (ended_by in ('group', 'office'));
-- The group that it became one with: its address leads there.
alter table organisations add merged_into uuid references organisations;
update organisations set confirmed_at = updated_at where registered_at is not null;
create index organisations_confirmed on organisations (confirmed_at) where state = 'registered';
create index organisations_stale on organisations (body_id, confirmed_at) where state = 'registered' and stale_at is not null;
create index organisations_unattended on organisations (body_id, unattended_since) where unattended_since is not null;
create index organisations_merged on organisations (merged_into) where merged_into is not null;

-- One mail asks one address; of the link only a hash is kept.
create table organisation_invitations (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  address text not null,
  role text not null check (role in ('representative', 'editor')),
  valid_to date,
  word text not null default '',
  token_hash bytea not null unique,
  invited_by uuid,
  by_office boolean not null default false,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  accepted_at timestamptz,
  accepted_by uuid references accounts,
  membership_id uuid references memberships,
  declined_at timestamptz,
  withdrawn_at timestamptz,
  check (num_nonnulls(accepted_at, declined_at, withdrawn_at) <= 1)
);
create unique index organisation_invitations_open on organisation_invitations (organisation_id, address)
  where accepted_at is null and declined_at is null and withdrawn_at is null;
create index organisation_invitations_organisation on organisation_invitations (organisation_id, created_at);

-- The office names somebody new for a group that has lost its people, and tells all who were.
create table organisation_recoveries (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  invitation_id uuid not null references organisation_invitations,
  account_id uuid,
  hat text not null,
  reason text not null,
  at timestamptz not null,
  object_until date not null
);
create index organisation_recoveries_organisation on organisation_recoveries (organisation_id, at);
create unique index organisation_recoveries_invitation on organisation_recoveries (invitation_id);

create table organisation_objections (
  id uuid primary key,
  recovery_id uuid not null references organisation_recoveries,
  account_id uuid not null references accounts,
  at timestamptz not null,
  words text not null,
  upheld boolean,
  answer text not null default '',
  decided_at timestamptz,
  decided_by uuid,
  unique (recovery_id, account_id)
);
create index organisation_objections_open on organisation_objections (recovery_id) where decided_at is null;

-- The link of a reminder: it leads to one button, and works once.
create table organisation_confirmations (
  token_hash bytea primary key,
  organisation_id uuid not null references organisations,
  account_id uuid references accounts,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  used_at timestamptz
);
create index organisation_confirmations_organisation on organisation_confirmations (organisation_id);

-- "This is out of date": what a reader proposes, field by field. `client_key` counts, and is no address.
create table organisation_change_requests (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  proposed jsonb not null,
  before jsonb not null,
  over boolean not null default false,
  word text not null default '',
  address text not null default '',
  lang text not null,
  client_key text not null,
  state text not null check (state in ('open', 'accepted', 'declined')),
  accepted text[] not null default '{}',
  answer text not null default '',
  created_at timestamptz not null,
  decided_at timestamptz,
  decided_by uuid,
  hat text
);
create index organisation_change_requests_organisation on organisation_change_requests (organisation_id, created_at);
create index organisation_change_requests_open on organisation_change_requests (created_at) where state = 'open';
create index organisation_change_requests_client on organisation_change_requests (client_key, created_at);

-- Two groups that were one: everything by which the merge can be taken back.
create table organisation_merges (
  id uuid primary key,
  survivor_id uuid not null references organisations,
  other_id uuid not null references organisations,
  at timestamptz not null,
  account_id uuid,
  hat text not null,
  reason text not null default '',
  choices jsonb not null,
  survivor_before jsonb not null,
  -- The survivor's version after the merge: edited further, it is not taken back any more.
  version int not null,
  memberships jsonb not null,
  figures jsonb not null,
  undone_at timestamptz,
  undone_by uuid,
  check (survivor_id <> other_id)
);
create unique index organisation_merges_other on organisation_merges (other_id) where undone_at is null;
create index organisation_merges_survivor on organisation_merges (survivor_id, at);
