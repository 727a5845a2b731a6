-- What an officer confirmed at a decision.
alter table organisation_events add checked text[] not null default '{}';

-- What was entered for a group by somebody else: by an officer from telephone, paper or counter, or by an import.
create table organisation_intakes (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  at timestamptz not null,
  act text not null check (act in ('registration', 'change')),
  channel text not null check (channel in ('phone', 'counter', 'paper', 'fax', 'mail', 'import')),
  from_whom text not null default '',
  received_on date not null,
  -- Where the paper lies, or the row that was imported.
  reference text not null default '',
  account_id uuid,
  hat text not null
);
create index organisation_intakes_organisation on organisation_intakes (organisation_id, at);
create unique index organisation_intakes_imported on organisation_intakes (reference) where channel = 'import';

-- By its code a person takes over a group that nobody represents. Only a hash is kept.
create table organisation_claim_codes (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  code_hash text not null unique,
  issued_at timestamptz not null,
  issued_by uuid,
  expires_at timestamptz not null,
  used_at timestamptz,
  used_by uuid,
  ended_at timestamptz
);
create unique index organisation_claim_codes_open on organisation_claim_codes (organisation_id)
  where used_at is null and ended_at is null;

create table organisation_claim_attempts (
  account_id uuid not null references accounts,
  at timestamptz not null
);
create index organisation_claim_attempts_account on organisation_claim_attempts (account_id, at);
