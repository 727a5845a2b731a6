-- An account is only a sign-in; its four tables are touched by modules/accounts/auth.ts alone.
create table accounts (
  id uuid primary key,
  name text not null,
  email text not null unique,
  email_verified boolean not null default false,
  image text,
  lang text not null default 'ja' check (lang in ('ja', 'en', 'ja-easy')),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);

create table account_sessions (
  id uuid primary key,
  user_id uuid not null references accounts on delete cascade,
  token text not null unique,
  expires_at timestamptz not null,
  ip_address text,
  user_agent text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_sessions_user on account_sessions (user_id);

create table account_credentials (
  id uuid primary key,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null references accounts on delete cascade,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamptz,
  refresh_token_expires_at timestamptz,
  scope text,
  password text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_credentials_user on account_credentials (user_id);

create table account_verifications (
  id uuid primary key,
  identifier text not null,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index account_verifications_identifier on account_verifications (identifier);

-- Attempts, counted by rate-limiter-flexible.
create table attempt_limits (
  key text primary key,
  points int not null default 0,
  expire bigint
);

-- A dated place in a body: what an officer may do, where, and how long.
create table posts (
  id uuid primary key,
  account_id uuid not null references accounts,
  body_id uuid not null references bodies,
  programme text not null,
  role text not null check (role in ('viewer', 'officer', 'approver', 'manager', 'administrator')),
  area_codes text[],
  valid_from date not null,
  valid_to date,
  check (valid_to is null or valid_to >= valid_from)
);
create index posts_account on posts (account_id);
create index posts_body on posts (body_id);

-- A person or desk to be reached, owned by one body or one organisation; it may have no account.
create table contacts (
  id uuid primary key,
  owner_body_id uuid references bodies,
  owner_organisation_id uuid,
  account_id uuid references accounts,
  name text not null,
  kana text not null default '',
  address text,
  phone text,
  phone_key text,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  check (num_nonnulls(owner_body_id, owner_organisation_id) = 1)
);
create index contacts_phone on contacts (phone_key);
create index contacts_organisation on contacts (owner_organisation_id);
create index contacts_account on contacts (account_id);
