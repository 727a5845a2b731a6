-- Made by `npm run generate` from a migrated database. Do not edit.

-- Functions

CREATE OR REPLACE FUNCTION public.acting_account()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.actor', true), '') $function$
;

CREATE OR REPLACE FUNCTION public.acting_bodies()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$ select coalesce(string_to_array(nullif(current_setting('app.bodies', true), ''), ',')::uuid[], '{}') $function$
;

CREATE OR REPLACE FUNCTION public.acting_inquiry_key()
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$ select nullif(current_setting('app.inquiry_key', true), '') $function$
;

CREATE OR REPLACE FUNCTION public.acting_organisations()
 RETURNS uuid[]
 LANGUAGE sql
 STABLE
AS $function$ select coalesce(string_to_array(nullif(current_setting('app.organisations', true), ''), ',')::uuid[], '{}') $function$
;

CREATE OR REPLACE FUNCTION public.enqueue_job(identifier text, payload json, run_at timestamp with time zone, job_key text, max_attempts integer)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
begin
  perform graphile_worker.add_job(identifier, payload, run_at => coalesce(run_at, pg_catalog.now()),
    job_key => job_key, max_attempts => max_attempts, job_key_mode => 'replace');
end $function$
;

CREATE OR REPLACE FUNCTION public.give_back_inquiries(survivor uuid, other uuid)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with parted as (select id from public.organisations where id = other and merged_into is null),
  moved as (update public.inquiries set organisation_id = other,
      merged_from = merged_from[:array_upper(merged_from, 1) - 1]
    where organisation_id = survivor and merged_from[array_upper(merged_from, 1)] in (select id from parted)
    returning id),
  cases as (update public.inquiry_cases set organisation_id = other
    where organisation_id = survivor and inquiry_id in (select id from moved) returning id),
  texts as (update public.inquiry_templates set organisation_id = other,
      merged_from = merged_from[:array_upper(merged_from, 1) - 1]
    where organisation_id = survivor and merged_from[array_upper(merged_from, 1)] in (select id from parted)
    returning id),
  blocks as (delete from public.inquiry_blocks
    where organisation_id = survivor and copied_from in (select id from parted) returning address_key)
  select count(*) from moved
$function$
;

CREATE OR REPLACE FUNCTION public.inquiry_blocked(organisation uuid, address text, account uuid)
 RETURNS boolean
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  select exists (select from public.inquiry_blocks b where b.organisation_id = organisation
    and (b.address_key = address or b.account_id = account))
$function$
;

CREATE OR REPLACE FUNCTION public.inquiry_standing(organisation uuid, latest integer)
 RETURNS TABLE(answered integer, median_minutes integer, waiting integer, waiting_since timestamp with time zone)
 LANGUAGE sql
 STABLE SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with timed as (
    select extract(epoch from i.answered_at - i.asked_at) / 60 as minutes from public.inquiries i
    where i.organisation_id = organisation and i.answered_at is not null
    order by i.answered_at desc limit latest),
  open as (
    select i.waiting_since from public.inquiries i
    where i.organisation_id = organisation and i.state = 'open')
  select (select count(*) from timed)::int,
    (select round(percentile_cont(0.5) within group (order by minutes)) from timed)::int,
    (select count(*) from open)::int, (select min(open.waiting_since) from open)
$function$
;

CREATE OR REPLACE FUNCTION public.take_in_inquiries(survivor uuid, other uuid)
 RETURNS bigint
 LANGUAGE sql
 SECURITY DEFINER
 SET search_path TO ''
AS $function$
  with merge as (select id from public.organisations where id = other and merged_into = survivor),
  moved as (update public.inquiries set organisation_id = survivor, merged_from = array_append(merged_from, other)
    where organisation_id in (select id from merge) returning id),
  cases as (update public.inquiry_cases set organisation_id = survivor
    where organisation_id in (select id from merge) returning id),
  texts as (update public.inquiry_templates set organisation_id = survivor, merged_from = array_append(merged_from, other)
    where organisation_id in (select id from merge) returning id),
  blocks as (insert into public.inquiry_blocks (organisation_id, address_key, account_id, at, by_account_id, copied_from)
    select survivor, b.address_key, b.account_id, b.at, b.by_account_id, other
    from public.inquiry_blocks b where b.organisation_id in (select id from merge)
    on conflict (organisation_id, address_key) do nothing returning address_key)
  select count(*) from moved
$function$
;

-- Tables

create table account_credentials (
  id uuid not null,
  account_id text not null,
  provider_id text not null,
  user_id uuid not null,
  access_token text,
  refresh_token text,
  id_token text,
  access_token_expires_at timestamp with time zone,
  refresh_token_expires_at timestamp with time zone,
  scope text,
  password text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);

create table account_sessions (
  id uuid not null,
  user_id uuid not null,
  token text not null,
  expires_at timestamp with time zone not null,
  ip_address text,
  user_agent text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);

create table account_verifications (
  id uuid not null,
  identifier text not null,
  value text not null,
  expires_at timestamp with time zone not null,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);

create table accounts (
  id uuid not null,
  name text not null,
  email text not null,
  email_verified boolean not null default false,
  image text,
  lang text not null default 'ja'::text,
  created_at timestamp with time zone not null default now(),
  updated_at timestamp with time zone not null default now()
);

create table areas (
  code text not null,
  slug text not null,
  level text not null,
  parent_code text,
  name text not null,
  kana text not null,
  english text not null,
  position integer not null,
  valid_from date not null default '1900-01-01'::date,
  valid_to date
);

create table attempt_limits (
  key text not null,
  points integer not null default 0,
  expire bigint
);

create table audit_batches (
  stream text not null,
  number integer not null,
  sealed_at timestamp with time zone not null,
  events integer not null,
  previous_hash bytea not null,
  hash bytea not null
);

create table audit_events (
  id uuid not null,
  at timestamp with time zone not null,
  stream text not null,
  account_id uuid,
  hat text not null,
  verb text not null,
  subject_kind text not null,
  subject_id text not null,
  payload_hash bytea not null
);

create table audit_payloads (
  event_id uuid not null,
  payload jsonb not null
);

create table audit_sealed (
  event_id uuid not null,
  stream text not null,
  number integer not null,
  position integer not null
);

create table bodies (
  id uuid not null,
  slug text not null,
  kind text not null,
  name text not null,
  english text not null,
  mark text not null,
  area_code text,
  phone text
);

create table contacts (
  id uuid not null,
  owner_body_id uuid,
  owner_organisation_id uuid,
  account_id uuid,
  name text not null,
  kana text not null default ''::text,
  address text,
  phone text,
  phone_key text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  fax text,
  postal_address text
);

create table figure_events (
  id uuid not null,
  metric text not null,
  subject_kind text not null,
  subject_id uuid,
  occurred_on date not null,
  recorded_at timestamp with time zone not null,
  delta bigint not null,
  numerator bigint,
  denominator bigint,
  area_code text,
  body_id uuid,
  dims jsonb not null default '{}'::jsonb,
  cancels uuid
);

create table file_contents (
  hash text not null,
  bytes integer not null,
  stored_at timestamp with time zone not null
);

create table file_sizes (
  file_id uuid not null,
  size text not null,
  hash text not null,
  type text not null,
  bytes integer not null,
  width integer,
  height integer
);

create table files (
  id uuid not null,
  public_id text not null,
  owner_kind text not null,
  owner_id uuid not null,
  role text not null,
  accepts text not null,
  position integer not null,
  name text not null,
  title text not null default ''::text,
  alt text not null default ''::text,
  decorative boolean not null default false,
  state text not null default 'quarantined'::text,
  refusal text,
  type text,
  bytes integer not null,
  hash text not null,
  width integer,
  height integer,
  attempts integer not null default 0,
  takes_place boolean not null default false,
  version integer not null default 1,
  uploaded_by uuid,
  uploaded_at timestamp with time zone not null,
  checked_at timestamp with time zone,
  removed_at timestamp with time zone,
  merged_from uuid[] not null default '{}'::uuid[]
);

create table form_keys (
  key uuid not null,
  verb text not null,
  account_id uuid,
  result jsonb,
  created_at timestamp with time zone not null
);

create table imports (
  id uuid not null,
  profile text not null,
  file_name text not null,
  encoding text not null,
  started_at timestamp with time zone not null,
  finished_at timestamp with time zone,
  counts jsonb not null default '{}'::jsonb
);

create table inquiries (
  id uuid not null,
  public_id text not null,
  organisation_id uuid not null,
  listing_id uuid,
  state text not null,
  version integer not null default 1,
  asker_account_id uuid,
  asker_name text not null,
  asker_address text not null,
  asker_lang text not null,
  asker_key text not null,
  mail_key text not null,
  office_bodies uuid[] not null default '{}'::uuid[],
  asked_at timestamp with time zone not null,
  answered_at timestamp with time zone,
  waiting_since timestamp with time zone,
  remind_on date,
  last_at timestamp with time zone not null,
  closed_at timestamp with time zone,
  forgotten_at timestamp with time zone,
  merged_from uuid[] not null default '{}'::uuid[]
);

create table inquiry_blocks (
  organisation_id uuid not null,
  address_key text not null,
  account_id uuid,
  at timestamp with time zone not null,
  by_account_id uuid,
  copied_from uuid
);

create table inquiry_cases (
  id uuid not null,
  inquiry_id uuid not null,
  organisation_id uuid,
  body_ids uuid[] not null,
  kind text not null,
  side text not null,
  reason text not null,
  note text not null,
  at timestamp with time zone not null,
  due_on date not null,
  settled_at timestamp with time zone,
  settled_by uuid,
  outcome text not null default ''::text
);

create table inquiry_messages (
  id uuid not null,
  inquiry_id uuid not null,
  side text not null,
  account_id uuid,
  name text not null,
  body text not null,
  channel text not null,
  mail_id text,
  at timestamp with time zone not null
);

create table inquiry_standings (
  organisation_id uuid not null,
  answered integer not null,
  median_minutes integer,
  usual_days integer,
  waiting integer not null,
  waiting_since timestamp with time zone
);

create table inquiry_templates (
  id uuid not null,
  organisation_id uuid not null,
  title text not null,
  body text not null,
  version integer not null default 1,
  updated_at timestamp with time zone not null,
  merged_from uuid[] not null default '{}'::uuid[]
);

create table kysely_migration (
  name character varying(255) not null,
  timestamp character varying(255) not null
);

create table kysely_migration_lock (
  id character varying(255) not null,
  is_locked integer not null default 0
);

create table listing_areas (
  listing_id uuid not null,
  area_code text not null
);

create table listing_changes (
  id uuid not null,
  listing_id uuid not null,
  at timestamp with time zone not null,
  changes jsonb not null
);

create table listing_events (
  id uuid not null,
  listing_id uuid not null,
  at timestamp with time zone not null,
  event text not null,
  state text not null,
  account_id uuid,
  hat text not null,
  reason text not null default ''::text
);

create table listing_reports (
  id uuid not null,
  listing_id uuid not null,
  at timestamp with time zone not null,
  why text not null,
  body text not null default ''::text,
  address text not null default ''::text,
  lang text not null,
  client text not null,
  due_on date not null,
  decided_at timestamp with time zone,
  outcome text,
  answer text not null default ''::text
);

create table listing_review_settings (
  body_id uuid not null,
  review text not null,
  updated_at timestamp with time zone not null
);

create table listing_talks (
  id uuid not null,
  listing_id uuid not null,
  at timestamp with time zone not null,
  side text not null,
  account_id uuid,
  body text not null,
  due_on date
);

create table listing_typings (
  id uuid not null,
  organisation_id uuid not null,
  listing_id uuid,
  account_id uuid not null,
  typed jsonb not null,
  version integer not null default 1,
  saved_at timestamp with time zone not null
);

create table listings (
  id uuid not null,
  public_id text not null,
  organisation_id uuid,
  body_id uuid not null,
  kind text not null,
  title text not null,
  title_kana text not null default ''::text,
  what text not null,
  for_whom text not null default ''::text,
  how_to_join text not null,
  place_name text not null default ''::text,
  place_address text not null default ''::text,
  latitude double precision,
  longitude double precision,
  online boolean not null default false,
  fee text not null default ''::text,
  capacity text not null default ''::text,
  contact text not null default ''::text,
  apply_text text not null default ''::text,
  apply_by timestamp with time zone,
  scope text not null,
  fields integer[] not null default '{}'::integer[],
  schedule jsonb not null,
  schedule_text text not null default ''::text,
  look_at text[] not null default '{}'::text[],
  state text not null,
  version integer not null default 1,
  first_published_at timestamp with time zone,
  published_at timestamp with time zone,
  ends_at timestamp with time zone,
  public_reason text,
  source_url text not null default ''::text,
  credit text not null default ''::text,
  licence text not null default ''::text,
  import_profile text,
  import_key text,
  import_hash text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  next_at timestamp with time zone,
  next_over_at timestamp with time zone,
  extend_on date,
  link text not null default ''::text,
  merged_from uuid[] not null default '{}'::uuid[],
  details jsonb not null default '{}'::jsonb,
  minutes integer,
  features text[] not null default '{}'::text[],
  audiences text[] not null default '{}'::text[],
  districts text[] not null default '{}'::text[],
  apply_from timestamp with time zone,
  publish_at timestamp with time zone,
  look_by date,
  no_index boolean not null default false,
  template_id uuid,
  pre_approved_at timestamp with time zone,
  asked_at timestamp with time zone,
  confirmed_at timestamp with time zone
);

create table memberships (
  id uuid not null,
  organisation_id uuid not null,
  account_id uuid not null,
  role text not null,
  valid_from date not null,
  valid_to date,
  ended_at timestamp with time zone
);

create table messages (
  id uuid not null,
  template text not null,
  channel text not null default 'mail'::text,
  account_id uuid,
  body_id uuid,
  address text not null,
  lang text not null,
  subject text not null,
  body text not null,
  link text,
  about_kind text,
  about_id uuid,
  state text not null default 'queued'::text,
  attempts integer not null default 0,
  last_error text,
  message_id text,
  created_at timestamp with time zone not null,
  sent_at timestamp with time zone,
  reply_to text
);

create table migration_checksums (
  name text not null,
  checksum text not null
);

create table morning_mails (
  account_id uuid not null,
  since timestamp with time zone not null
);

create table occurrences (
  id uuid not null,
  listing_id uuid not null,
  first_day date,
  last_day date,
  starts_at timestamp with time zone,
  ends_at timestamp with time zone,
  precision text not null,
  status text not null default 'planned'::text,
  over_at timestamp with time zone,
  status_reason text not null default ''::text,
  was_day date,
  was_starts_at timestamp with time zone,
  was_ends_at timestamp with time zone
);

create table organisation_areas (
  organisation_id uuid not null,
  area_code text not null
);

create table organisation_change_requests (
  id uuid not null,
  organisation_id uuid not null,
  proposed jsonb not null,
  before jsonb not null,
  over boolean not null default false,
  word text not null default ''::text,
  address text not null default ''::text,
  lang text not null,
  client_key text not null,
  state text not null,
  accepted text[] not null default '{}'::text[],
  answer text not null default ''::text,
  created_at timestamp with time zone not null,
  decided_at timestamp with time zone,
  decided_by uuid,
  hat text
);

create table organisation_claim_attempts (
  account_id uuid not null,
  at timestamp with time zone not null
);

create table organisation_claim_codes (
  id uuid not null,
  organisation_id uuid not null,
  code_hash text not null,
  issued_at timestamp with time zone not null,
  issued_by uuid,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone,
  used_by uuid,
  ended_at timestamp with time zone
);

create table organisation_confirmations (
  token_hash bytea not null,
  organisation_id uuid not null,
  account_id uuid,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  used_at timestamp with time zone
);

create table organisation_events (
  id uuid not null,
  organisation_id uuid not null,
  at timestamp with time zone not null,
  event text not null,
  state text not null,
  account_id uuid,
  hat text not null,
  reason text not null default ''::text,
  field_reasons jsonb not null default '{}'::jsonb,
  note text not null default ''::text,
  checked text[] not null default '{}'::text[]
);

create table organisation_intakes (
  id uuid not null,
  organisation_id uuid not null,
  at timestamp with time zone not null,
  act text not null,
  channel text not null,
  from_whom text not null default ''::text,
  received_on date not null,
  reference text not null default ''::text,
  account_id uuid,
  hat text not null
);

create table organisation_invitations (
  id uuid not null,
  organisation_id uuid not null,
  address text not null,
  role text not null,
  valid_to date,
  word text not null default ''::text,
  token_hash bytea not null,
  invited_by uuid,
  by_office boolean not null default false,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  accepted_at timestamp with time zone,
  accepted_by uuid,
  membership_id uuid,
  declined_at timestamp with time zone,
  withdrawn_at timestamp with time zone
);

create table organisation_merges (
  id uuid not null,
  survivor_id uuid not null,
  other_id uuid not null,
  at timestamp with time zone not null,
  account_id uuid,
  hat text not null,
  reason text not null default ''::text,
  choices jsonb not null,
  survivor_before jsonb not null,
  version integer not null,
  memberships jsonb not null,
  figures jsonb not null,
  undone_at timestamp with time zone,
  undone_by uuid
);

create table organisation_objections (
  id uuid not null,
  recovery_id uuid not null,
  account_id uuid not null,
  at timestamp with time zone not null,
  words text not null,
  upheld boolean,
  answer text not null default ''::text,
  decided_at timestamp with time zone,
  decided_by uuid
);

create table organisation_recoveries (
  id uuid not null,
  organisation_id uuid not null,
  invitation_id uuid not null,
  account_id uuid,
  hat text not null,
  reason text not null,
  at timestamp with time zone not null,
  object_until date not null
);

create table organisations (
  id uuid not null,
  public_id text not null,
  name text not null,
  kana text not null,
  name_key text not null,
  english text not null default ''::text,
  kind text not null,
  main_area_code text not null,
  body_id uuid not null,
  fields integer[] not null,
  purpose text not null,
  website text not null default ''::text,
  contact_id uuid not null,
  state text not null,
  version integer not null default 1,
  receipt_number text,
  applicant_id uuid,
  submitted_at timestamp with time zone,
  due_on date,
  registered_at timestamp with time zone,
  public_reason text,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  kana_key text not null default ''::text,
  legal_form text not null default ''::text,
  corporate_number text not null default ''::text,
  districts text[] not null default '{}'::text[],
  activities text not null default ''::text,
  since text not null default ''::text,
  size text not null default ''::text,
  links jsonb not null default '[]'::jsonb,
  recognitions jsonb not null default '[]'::jsonb,
  shown text[] not null default '{}'::text[],
  outside boolean not null default false,
  confirmed_at timestamp with time zone,
  reminded_at timestamp with time zone,
  reminders integer not null default 0,
  stale_at timestamp with time zone,
  unattended_since timestamp with time zone,
  ended_by text,
  merged_into uuid,
  last_published_on date
);

create table page_stamps (
  tag text not null,
  version bigint not null
);

create table post_deputies (
  id uuid not null,
  post_id uuid not null,
  account_id uuid not null,
  valid_from date not null,
  valid_to date not null
);

create table post_imports (
  id uuid not null,
  account_id uuid not null,
  body_id uuid not null,
  source text not null,
  rows jsonb not null,
  created_at timestamp with time zone not null,
  applied_at timestamp with time zone,
  undone_at timestamp with time zone
);

create table posts (
  id uuid not null,
  account_id uuid not null,
  body_id uuid not null,
  programme text not null,
  role text not null,
  area_codes text[],
  valid_from date not null,
  valid_to date,
  import_id uuid
);

create table receipt_counters (
  body_id uuid not null,
  fiscal_year integer not null,
  last integer not null
);

create table saved_views (
  id uuid not null,
  account_id uuid not null,
  body_id uuid not null,
  list text not null,
  name text not null,
  query text not null,
  shared boolean not null,
  created_at timestamp with time zone not null
);

create table search_documents (
  kind text not null,
  id uuid not null,
  title text not null,
  folded text not null,
  grams text[] not null
);

create table site_consents (
  id uuid not null,
  account_id uuid not null,
  version_id uuid not null,
  at timestamp with time zone not null
);

create table site_emergencies (
  id uuid not null,
  contents jsonb not null,
  link text not null default ''::text,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone not null,
  why text not null,
  raised_by uuid,
  hat text not null,
  ended_at timestamp with time zone,
  ended_by uuid
);

create table site_notices (
  id uuid not null,
  public_id text not null,
  body_id uuid not null,
  area_code text,
  contents jsonb not null,
  starts_at timestamp with time zone not null,
  ends_at timestamp with time zone,
  state text not null,
  public_reason text,
  version integer not null default 1,
  created_by uuid,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null
);

create table site_opinion_attempts (
  client text not null,
  at timestamp with time zone not null
);

create table site_opinion_writers (
  opinion_id uuid not null,
  body_id uuid not null,
  account_id uuid,
  address text not null default ''::text
);

create table site_opinions (
  id uuid not null,
  public_id text not null,
  body_id uuid not null,
  text text not null,
  page text not null default ''::text,
  lang text not null,
  may_publish boolean not null,
  at timestamp with time zone not null,
  due_on date not null,
  state text not null,
  answer text not null default ''::text,
  change text not null default ''::text,
  public_text text not null default ''::text,
  answered_at timestamp with time zone,
  answered_by uuid,
  published_at timestamp with time zone,
  version integer not null default 1
);

create table site_pages (
  id uuid not null,
  slug text not null,
  kind text not null,
  position integer not null,
  created_at timestamp with time zone not null
);

create table site_promotions (
  id uuid not null,
  on_day date not null,
  occasion text not null,
  audience text not null,
  explained_by text not null,
  note text not null default ''::text,
  registrations integer,
  body_id uuid not null,
  version integer not null default 1,
  created_by uuid,
  created_at timestamp with time zone not null
);

create table site_versions (
  id uuid not null,
  page_id uuid not null,
  number integer not null,
  contents jsonb not null,
  why text not null default ''::text,
  at timestamp with time zone not null,
  account_id uuid,
  hat text not null,
  publish_at timestamp with time zone,
  published_by uuid,
  asks_consent boolean not null default false
);

create table texts (
  owner_kind text not null,
  owner_id uuid not null,
  field text not null,
  lang text not null,
  body text not null,
  reading text,
  status text not null default 'published'::text
);

-- Views

-- Constraints

alter table account_credentials add constraint account_credentials_pkey PRIMARY KEY (id);

alter table account_credentials add constraint account_credentials_user_id_fkey FOREIGN KEY (user_id) REFERENCES accounts(id) ON DELETE CASCADE;

alter table account_sessions add constraint account_sessions_pkey PRIMARY KEY (id);

alter table account_sessions add constraint account_sessions_token_key UNIQUE (token);

alter table account_sessions add constraint account_sessions_user_id_fkey FOREIGN KEY (user_id) REFERENCES accounts(id) ON DELETE CASCADE;

alter table account_verifications add constraint account_verifications_pkey PRIMARY KEY (id);

alter table accounts add constraint accounts_email_key UNIQUE (email);

alter table accounts add constraint accounts_lang_check CHECK ((lang = ANY (ARRAY['ja'::text, 'en'::text, 'ja-easy'::text])));

alter table accounts add constraint accounts_pkey PRIMARY KEY (id);

alter table areas add constraint areas_level_check CHECK ((level = ANY (ARRAY['city'::text, 'ward'::text])));

alter table areas add constraint areas_parent_code_fkey FOREIGN KEY (parent_code) REFERENCES areas(code);

alter table areas add constraint areas_pkey PRIMARY KEY (code);

alter table areas add constraint areas_slug_key UNIQUE (slug);

alter table attempt_limits add constraint attempt_limits_pkey PRIMARY KEY (key);

alter table audit_batches add constraint audit_batches_pkey PRIMARY KEY (stream, number);

alter table audit_events add constraint audit_events_pkey PRIMARY KEY (id);

alter table audit_payloads add constraint audit_payloads_event_id_fkey FOREIGN KEY (event_id) REFERENCES audit_events(id);

alter table audit_payloads add constraint audit_payloads_pkey PRIMARY KEY (event_id);

alter table audit_sealed add constraint audit_sealed_event_id_fkey FOREIGN KEY (event_id) REFERENCES audit_events(id);

alter table audit_sealed add constraint audit_sealed_pkey PRIMARY KEY (event_id);

alter table audit_sealed add constraint audit_sealed_stream_number_fkey FOREIGN KEY (stream, number) REFERENCES audit_batches(stream, number);

alter table audit_sealed add constraint audit_sealed_stream_number_position_key UNIQUE (stream, number, "position");

alter table bodies add constraint bodies_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code);

alter table bodies add constraint bodies_kind_check CHECK ((kind = ANY (ARRAY['city'::text, 'ward-office'::text, 'shakyo'::text, 'ward-shakyo'::text, 'centre'::text, 'committee'::text])));

alter table bodies add constraint bodies_mark_key UNIQUE (mark);

alter table bodies add constraint bodies_pkey PRIMARY KEY (id);

alter table bodies add constraint bodies_slug_key UNIQUE (slug);

alter table contacts add constraint contacts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);

alter table contacts add constraint contacts_check CHECK ((num_nonnulls(owner_body_id, owner_organisation_id) = 1));

alter table contacts add constraint contacts_owner_body_id_fkey FOREIGN KEY (owner_body_id) REFERENCES bodies(id);

alter table contacts add constraint contacts_owner_organisation_id_fkey FOREIGN KEY (owner_organisation_id) REFERENCES organisations(id) DEFERRABLE INITIALLY DEFERRED;

alter table contacts add constraint contacts_pkey PRIMARY KEY (id);

alter table figure_events add constraint figure_events_cancels_fkey FOREIGN KEY (cancels) REFERENCES figure_events(id);

alter table figure_events add constraint figure_events_cancels_key UNIQUE (cancels);

alter table figure_events add constraint figure_events_check CHECK ((num_nulls(numerator, denominator) = ANY (ARRAY[0, 2])));

alter table figure_events add constraint figure_events_pkey PRIMARY KEY (id);

alter table file_contents add constraint file_contents_pkey PRIMARY KEY (hash);

alter table file_sizes add constraint file_sizes_file_id_fkey FOREIGN KEY (file_id) REFERENCES files(id) ON DELETE CASCADE;

alter table file_sizes add constraint file_sizes_pkey PRIMARY KEY (file_id, size);

alter table files add constraint files_accepts_check CHECK ((accepts = ANY (ARRAY['picture'::text, 'document'::text, 'either'::text])));

alter table files add constraint files_check CHECK (((state <> 'usable'::text) OR (type IS NOT NULL)));

alter table files add constraint files_check1 CHECK (((state = 'refused'::text) = (refusal IS NOT NULL)));

alter table files add constraint files_pkey PRIMARY KEY (id);

alter table files add constraint files_public_id_key UNIQUE (public_id);

alter table files add constraint files_state_check CHECK ((state = ANY (ARRAY['quarantined'::text, 'usable'::text, 'refused'::text])));

alter table form_keys add constraint form_keys_pkey PRIMARY KEY (key);

alter table imports add constraint imports_pkey PRIMARY KEY (id);

alter table inquiries add constraint inquiries_asker_account_id_fkey FOREIGN KEY (asker_account_id) REFERENCES accounts(id);

alter table inquiries add constraint inquiries_asker_key_key UNIQUE (asker_key);

alter table inquiries add constraint inquiries_asker_lang_check CHECK ((asker_lang = ANY (ARRAY['ja'::text, 'en'::text, 'ja-easy'::text])));

alter table inquiries add constraint inquiries_check CHECK (((state = 'open'::text) = (waiting_since IS NOT NULL)));

alter table inquiries add constraint inquiries_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES listings(id);

alter table inquiries add constraint inquiries_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);

alter table inquiries add constraint inquiries_pkey PRIMARY KEY (id);

alter table inquiries add constraint inquiries_public_id_key UNIQUE (public_id);

alter table inquiries add constraint inquiries_state_check CHECK ((state = ANY (ARRAY['open'::text, 'answered'::text, 'closed'::text])));

alter table inquiry_blocks add constraint inquiry_blocks_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);

alter table inquiry_blocks add constraint inquiry_blocks_pkey PRIMARY KEY (organisation_id, address_key);

alter table inquiry_cases add constraint inquiry_cases_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES inquiries(id);

alter table inquiry_cases add constraint inquiry_cases_kind_check CHECK ((kind = ANY (ARRAY['help'::text, 'report'::text])));

alter table inquiry_cases add constraint inquiry_cases_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);

alter table inquiry_cases add constraint inquiry_cases_pkey PRIMARY KEY (id);

alter table inquiry_cases add constraint inquiry_cases_side_check CHECK ((side = ANY (ARRAY['asker'::text, 'group'::text, 'program'::text])));

alter table inquiry_messages add constraint inquiry_messages_channel_check CHECK ((channel = ANY (ARRAY['page'::text, 'mail'::text])));

alter table inquiry_messages add constraint inquiry_messages_inquiry_id_fkey FOREIGN KEY (inquiry_id) REFERENCES inquiries(id);

alter table inquiry_messages add constraint inquiry_messages_inquiry_id_mail_id_key UNIQUE (inquiry_id, mail_id);

alter table inquiry_messages add constraint inquiry_messages_pkey PRIMARY KEY (id);

alter table inquiry_messages add constraint inquiry_messages_side_check CHECK ((side = ANY (ARRAY['asker'::text, 'group'::text, 'office'::text])));

alter table inquiry_standings add constraint inquiry_standings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);

alter table inquiry_standings add constraint inquiry_standings_pkey PRIMARY KEY (organisation_id);

alter table inquiry_templates add constraint inquiry_templates_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);

alter table inquiry_templates add constraint inquiry_templates_pkey PRIMARY KEY (id);

alter table kysely_migration add constraint kysely_migration_pkey PRIMARY KEY (name);

alter table kysely_migration_lock add constraint kysely_migration_lock_pkey PRIMARY KEY (id);

alter table listing_areas add constraint listing_areas_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code);

alter table listing_areas add constraint listing_areas_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES listings(id) ON DELETE CASCADE;

alter table listing_areas add constraint listing_areas_pkey PRIMARY KEY (listing_id, area_code);

alter table listing_changes add constraint listing_changes_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES listings(id);

alter table listing_changes add constraint listing_changes_pkey PRIMARY KEY (id);

alter table listing_events add constraint listing_events_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES listings(id);

alter table listing_events add constraint listing_events_pkey PRIMARY KEY (id);

alter table listing_reports add constraint listing_reports_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES listings(id);

alter table listing_reports add constraint listing_reports_outcome_check CHECK ((outcome = ANY (ARRAY['kept'::text, 'mended'::text, 'hidden'::text])));

alter table listing_reports add constraint listing_reports_pkey PRIMARY KEY (id);

alter table listing_reports add constraint listing_reports_why_check CHECK ((why = ANY (ARRAY['outdated'::text, 'wrong'::text, 'harmful'::text, 'advertising'::text, 'duplicate'::text, 'other'::text])));

alter table listing_review_settings add constraint listing_review_settings_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id);

alter table listing_review_settings add constraint listing_review_settings_pkey PRIMARY KEY (body_id);

alter table listing_review_settings add constraint listing_review_settings_review_check CHECK ((review = ANY (ARRAY['off'::text, 'first'::text, 'all'::text])));

alter table listing_talks add constraint listing_talks_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES listings(id);

alter table listing_talks add constraint listing_talks_pkey PRIMARY KEY (id);

alter table listing_talks add constraint listing_talks_side_check CHECK ((side = ANY (ARRAY['group'::text, 'office'::text])));

alter table listing_typings add constraint listing_typings_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES listings(id);

alter table listing_typings add constraint listing_typings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);

alter table listing_typings add constraint listing_typings_pkey PRIMARY KEY (id);

alter table listings add constraint listings_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id);

alter table listings add constraint listings_import_profile_import_key_key UNIQUE (import_profile, import_key);

alter table listings add constraint listings_kind_check CHECK ((kind = ANY (ARRAY['event'::text, 'volunteer'::text, 'meeting'::text, 'support'::text, 'news'::text])));

alter table listings add constraint listings_minutes_check CHECK ((minutes > 0));

alter table listings add constraint listings_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);

alter table listings add constraint listings_pkey PRIMARY KEY (id);

alter table listings add constraint listings_public_id_key UNIQUE (public_id);

alter table listings add constraint listings_scope_check CHECK ((scope = ANY (ARRAY['whole-city'::text, 'areas'::text, 'outside'::text, 'unknown'::text])));

alter table listings add constraint listings_template_id_fkey FOREIGN KEY (template_id) REFERENCES listings(id);

alter table memberships add constraint memberships_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);

alter table memberships add constraint memberships_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)));

alter table memberships add constraint memberships_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);

alter table memberships add constraint memberships_pkey PRIMARY KEY (id);

alter table memberships add constraint memberships_role_check CHECK ((role = ANY (ARRAY['representative'::text, 'editor'::text])));

alter table messages add constraint messages_channel_check CHECK ((channel = 'mail'::text));

alter table messages add constraint messages_pkey PRIMARY KEY (id);

alter table messages add constraint messages_state_check CHECK ((state = ANY (ARRAY['queued'::text, 'sent'::text, 'failed'::text, 'bounced'::text])));

alter table migration_checksums add constraint migration_checksums_pkey PRIMARY KEY (name);

alter table morning_mails add constraint morning_mails_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);

alter table morning_mails add constraint morning_mails_pkey PRIMARY KEY (account_id);

alter table occurrences add constraint occurrences_check CHECK ((first_day <= last_day));

alter table occurrences add constraint occurrences_check1 CHECK ((starts_at <= ends_at));

alter table occurrences add constraint occurrences_check2 CHECK ((("precision" = 'undetermined'::text) = (first_day IS NULL)));

alter table occurrences add constraint occurrences_check3 CHECK ((("precision" = 'undetermined'::text) = (over_at IS NULL)));

alter table occurrences add constraint occurrences_listing_id_fkey FOREIGN KEY (listing_id) REFERENCES listings(id) ON DELETE CASCADE;

alter table occurrences add constraint occurrences_pkey PRIMARY KEY (id);

alter table occurrences add constraint occurrences_precision_check CHECK (("precision" = ANY (ARRAY['day'::text, 'time'::text, 'undetermined'::text])));

alter table occurrences add constraint occurrences_status_check CHECK ((status = ANY (ARRAY['planned'::text, 'cancelled'::text, 'postponed'::text])));

alter table organisation_areas add constraint organisation_areas_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code);

alter table organisation_areas add constraint organisation_areas_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);

alter table organisation_areas add constraint organisation_areas_pkey PRIMARY KEY (organisation_id, area_code);

alter table organisation_change_requests add constraint organisation_change_requests_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);

alter table organisation_change_requests add constraint organisation_change_requests_pkey PRIMARY KEY (id);

alter table organisation_change_requests add constraint organisation_change_requests_state_check CHECK ((state = ANY (ARRAY['open'::text, 'accepted'::text, 'declined'::text])));

alter table organisation_claim_attempts add constraint organisation_claim_attempts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);

alter table organisation_claim_codes add constraint organisation_claim_codes_code_hash_key UNIQUE (code_hash);

alter table organisation_claim_codes add constraint organisation_claim_codes_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);

alter table organisation_claim_codes add constraint organisation_claim_codes_pkey PRIMARY KEY (id);

alter table organisation_confirmations add constraint organisation_confirmations_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);

alter table organisation_confirmations add constraint organisation_confirmations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);

alter table organisation_confirmations add constraint organisation_confirmations_pkey PRIMARY KEY (token_hash);

alter table organisation_events add constraint organisation_events_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);

alter table organisation_events add constraint organisation_events_pkey PRIMARY KEY (id);

alter table organisation_intakes add constraint organisation_intakes_act_check CHECK ((act = ANY (ARRAY['registration'::text, 'change'::text])));

alter table organisation_intakes add constraint organisation_intakes_channel_check CHECK ((channel = ANY (ARRAY['phone'::text, 'counter'::text, 'paper'::text, 'fax'::text, 'mail'::text, 'import'::text])));

alter table organisation_intakes add constraint organisation_intakes_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);

alter table organisation_intakes add constraint organisation_intakes_pkey PRIMARY KEY (id);

alter table organisation_invitations add constraint organisation_invitations_accepted_by_fkey FOREIGN KEY (accepted_by) REFERENCES accounts(id);

alter table organisation_invitations add constraint organisation_invitations_check CHECK ((num_nonnulls(accepted_at, declined_at, withdrawn_at) <= 1));

alter table organisation_invitations add constraint organisation_invitations_membership_id_fkey FOREIGN KEY (membership_id) REFERENCES memberships(id);

alter table organisation_invitations add constraint organisation_invitations_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);

alter table organisation_invitations add constraint organisation_invitations_pkey PRIMARY KEY (id);

alter table organisation_invitations add constraint organisation_invitations_role_check CHECK ((role = ANY (ARRAY['representative'::text, 'editor'::text])));

alter table organisation_invitations add constraint organisation_invitations_token_hash_key UNIQUE (token_hash);

alter table organisation_merges add constraint organisation_merges_check CHECK ((survivor_id <> other_id));

alter table organisation_merges add constraint organisation_merges_other_id_fkey FOREIGN KEY (other_id) REFERENCES organisations(id);

alter table organisation_merges add constraint organisation_merges_pkey PRIMARY KEY (id);

alter table organisation_merges add constraint organisation_merges_survivor_id_fkey FOREIGN KEY (survivor_id) REFERENCES organisations(id);

alter table organisation_objections add constraint organisation_objections_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);

alter table organisation_objections add constraint organisation_objections_pkey PRIMARY KEY (id);

alter table organisation_objections add constraint organisation_objections_recovery_id_account_id_key UNIQUE (recovery_id, account_id);

alter table organisation_objections add constraint organisation_objections_recovery_id_fkey FOREIGN KEY (recovery_id) REFERENCES organisation_recoveries(id);

alter table organisation_recoveries add constraint organisation_recoveries_invitation_id_fkey FOREIGN KEY (invitation_id) REFERENCES organisation_invitations(id);

alter table organisation_recoveries add constraint organisation_recoveries_organisation_id_fkey FOREIGN KEY (organisation_id) REFERENCES organisations(id);

alter table organisation_recoveries add constraint organisation_recoveries_pkey PRIMARY KEY (id);

alter table organisations add constraint organisations_applicant_id_fkey FOREIGN KEY (applicant_id) REFERENCES accounts(id);

alter table organisations add constraint organisations_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id);

alter table organisations add constraint organisations_contact_id_fkey FOREIGN KEY (contact_id) REFERENCES contacts(id);

alter table organisations add constraint organisations_corporate_number_check CHECK ((corporate_number ~ '^([1-9][0-9]{12})?$'::text));

alter table organisations add constraint organisations_ended_by_check CHECK ((ended_by = ANY (ARRAY['group'::text, 'office'::text])));

alter table organisations add constraint organisations_kind_check CHECK ((kind = ANY (ARRAY['civic-group'::text, 'company'::text, 'school'::text, 'council'::text, 'neighbourhood-association'::text, 'facility'::text, 'other'::text])));

alter table organisations add constraint organisations_links_check CHECK ((jsonb_typeof(links) = 'array'::text));

alter table organisations add constraint organisations_main_area_code_fkey FOREIGN KEY (main_area_code) REFERENCES areas(code);

alter table organisations add constraint organisations_merged_into_fkey FOREIGN KEY (merged_into) REFERENCES organisations(id);

alter table organisations add constraint organisations_pkey PRIMARY KEY (id);

alter table organisations add constraint organisations_public_id_key UNIQUE (public_id);

alter table organisations add constraint organisations_receipt_number_key UNIQUE (receipt_number);

alter table organisations add constraint organisations_recognitions_check CHECK ((jsonb_typeof(recognitions) = 'array'::text));

alter table organisations add constraint organisations_since_check CHECK ((since ~ '^([0-9]{4}(-[0-9]{2})?)?$'::text));

alter table page_stamps add constraint page_stamps_pkey PRIMARY KEY (tag);

alter table post_deputies add constraint post_deputies_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);

alter table post_deputies add constraint post_deputies_check CHECK ((valid_to >= valid_from));

alter table post_deputies add constraint post_deputies_pkey PRIMARY KEY (id);

alter table post_deputies add constraint post_deputies_post_id_fkey FOREIGN KEY (post_id) REFERENCES posts(id) ON DELETE CASCADE;

alter table post_imports add constraint post_imports_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);

alter table post_imports add constraint post_imports_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id);

alter table post_imports add constraint post_imports_pkey PRIMARY KEY (id);

alter table posts add constraint posts_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);

alter table posts add constraint posts_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id);

alter table posts add constraint posts_check CHECK (((valid_to IS NULL) OR (valid_to >= valid_from)));

alter table posts add constraint posts_import_id_fkey FOREIGN KEY (import_id) REFERENCES post_imports(id);

alter table posts add constraint posts_pkey PRIMARY KEY (id);

alter table posts add constraint posts_role_check CHECK ((role = ANY (ARRAY['viewer'::text, 'officer'::text, 'approver'::text, 'manager'::text, 'administrator'::text])));

alter table receipt_counters add constraint receipt_counters_pkey PRIMARY KEY (body_id, fiscal_year);

alter table saved_views add constraint saved_views_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id);

alter table saved_views add constraint saved_views_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id);

alter table saved_views add constraint saved_views_pkey PRIMARY KEY (id);

alter table search_documents add constraint search_documents_pkey PRIMARY KEY (kind, id);

alter table site_consents add constraint site_consents_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE CASCADE;

alter table site_consents add constraint site_consents_account_id_version_id_key UNIQUE (account_id, version_id);

alter table site_consents add constraint site_consents_pkey PRIMARY KEY (id);

alter table site_consents add constraint site_consents_version_id_fkey FOREIGN KEY (version_id) REFERENCES site_versions(id);

alter table site_emergencies add constraint site_emergencies_check CHECK ((ends_at > starts_at));

alter table site_emergencies add constraint site_emergencies_pkey PRIMARY KEY (id);

alter table site_notices add constraint site_notices_area_code_fkey FOREIGN KEY (area_code) REFERENCES areas(code);

alter table site_notices add constraint site_notices_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id);

alter table site_notices add constraint site_notices_check CHECK (((ends_at IS NULL) OR (ends_at > starts_at)));

alter table site_notices add constraint site_notices_pkey PRIMARY KEY (id);

alter table site_notices add constraint site_notices_public_id_key UNIQUE (public_id);

alter table site_notices add constraint site_notices_state_check CHECK ((state = ANY (ARRAY['draft'::text, 'published'::text, 'withdrawn'::text])));

alter table site_opinion_writers add constraint site_opinion_writers_account_id_fkey FOREIGN KEY (account_id) REFERENCES accounts(id) ON DELETE SET NULL;

alter table site_opinion_writers add constraint site_opinion_writers_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id);

alter table site_opinion_writers add constraint site_opinion_writers_opinion_id_fkey FOREIGN KEY (opinion_id) REFERENCES site_opinions(id);

alter table site_opinion_writers add constraint site_opinion_writers_pkey PRIMARY KEY (opinion_id);

alter table site_opinions add constraint site_opinions_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id);

alter table site_opinions add constraint site_opinions_check CHECK (((published_at IS NULL) OR may_publish));

alter table site_opinions add constraint site_opinions_lang_check CHECK ((lang = ANY (ARRAY['ja'::text, 'en'::text, 'ja-easy'::text])));

alter table site_opinions add constraint site_opinions_pkey PRIMARY KEY (id);

alter table site_opinions add constraint site_opinions_public_id_key UNIQUE (public_id);

alter table site_pages add constraint site_pages_kind_check CHECK ((kind = ANY (ARRAY['page'::text, 'faq'::text, 'terms'::text, 'purpose'::text])));

alter table site_pages add constraint site_pages_pkey PRIMARY KEY (id);

alter table site_pages add constraint site_pages_slug_check CHECK ((slug ~ '^[a-z][a-z0-9-]{0,60}$'::text));

alter table site_pages add constraint site_pages_slug_key UNIQUE (slug);

alter table site_promotions add constraint site_promotions_body_id_fkey FOREIGN KEY (body_id) REFERENCES bodies(id);

alter table site_promotions add constraint site_promotions_pkey PRIMARY KEY (id);

alter table site_promotions add constraint site_promotions_registrations_check CHECK ((registrations >= 0));

alter table site_versions add constraint site_versions_page_id_fkey FOREIGN KEY (page_id) REFERENCES site_pages(id);

alter table site_versions add constraint site_versions_page_id_number_key UNIQUE (page_id, number);

alter table site_versions add constraint site_versions_pkey PRIMARY KEY (id);

alter table texts add constraint texts_lang_check CHECK ((lang = ANY (ARRAY['ja'::text, 'en'::text, 'ja-easy'::text])));

alter table texts add constraint texts_pkey PRIMARY KEY (owner_kind, owner_id, field, lang);

alter table texts add constraint texts_status_check CHECK ((status = ANY (ARRAY['draft'::text, 'published'::text])));

-- Indexes

CREATE INDEX account_credentials_user ON public.account_credentials USING btree (user_id);

CREATE INDEX account_sessions_user ON public.account_sessions USING btree (user_id);

CREATE INDEX account_verifications_identifier ON public.account_verifications USING btree (identifier);

CREATE INDEX accounts_email_pieces ON public.accounts USING gin (email gin_trgm_ops);

CREATE INDEX accounts_name_pieces ON public.accounts USING gin (name gin_trgm_ops);

CREATE INDEX audit_events_account ON public.audit_events USING btree (account_id, at DESC);

CREATE INDEX audit_events_at ON public.audit_events USING btree (at DESC);

CREATE INDEX audit_events_stream ON public.audit_events USING btree (stream, id);

CREATE INDEX audit_events_subject ON public.audit_events USING btree (subject_kind, subject_id, at DESC);

CREATE INDEX bodies_area ON public.bodies USING btree (area_code);

CREATE INDEX contacts_account ON public.contacts USING btree (account_id);

CREATE INDEX contacts_name_pieces ON public.contacts USING gin (name gin_trgm_ops);

CREATE INDEX contacts_organisation ON public.contacts USING btree (owner_organisation_id);

CREATE INDEX contacts_phone ON public.contacts USING btree (phone_key);

CREATE INDEX contacts_phone_pieces ON public.contacts USING gin (phone_key gin_trgm_ops);

CREATE INDEX figure_events_metric ON public.figure_events USING btree (metric, occurred_on, recorded_at);

CREATE INDEX figure_events_subject ON public.figure_events USING btree (subject_kind, subject_id, metric);

CREATE INDEX file_contents_stored ON public.file_contents USING btree (stored_at);

CREATE INDEX file_sizes_hash ON public.file_sizes USING btree (hash);

CREATE INDEX files_hash ON public.files USING btree (hash) WHERE (state = 'quarantined'::text);

CREATE INDEX files_owner ON public.files USING btree (owner_kind, owner_id, role, "position") WHERE (removed_at IS NULL);

CREATE INDEX files_refused ON public.files USING btree (uploaded_at) WHERE (state = 'refused'::text);

CREATE INDEX files_removed ON public.files USING btree (removed_at) WHERE (removed_at IS NOT NULL);

CREATE INDEX files_waiting ON public.files USING btree (uploaded_at) WHERE (state = 'quarantined'::text);

CREATE INDEX form_keys_created_at ON public.form_keys USING btree (created_at);

CREATE INDEX inquiries_answered ON public.inquiries USING btree (organisation_id, answered_at DESC) WHERE (answered_at IS NOT NULL);

CREATE INDEX inquiries_asker ON public.inquiries USING btree (asker_account_id, last_at DESC);

CREATE INDEX inquiries_idle ON public.inquiries USING btree (last_at) WHERE (state <> 'closed'::text);

CREATE INDEX inquiries_keeping ON public.inquiries USING btree (closed_at) WHERE ((closed_at IS NOT NULL) AND (forgotten_at IS NULL));

CREATE INDEX inquiries_merged_from ON public.inquiries USING gin (merged_from) WHERE (merged_from <> '{}'::uuid[]);

CREATE INDEX inquiries_offices ON public.inquiries USING gin (office_bodies);

CREATE INDEX inquiries_organisation ON public.inquiries USING btree (organisation_id, state, last_at DESC);

CREATE INDEX inquiries_reminding ON public.inquiries USING btree (remind_on) WHERE (remind_on IS NOT NULL);

CREATE INDEX inquiry_cases_at ON public.inquiry_cases USING btree (at DESC);

CREATE INDEX inquiry_cases_inquiry ON public.inquiry_cases USING btree (inquiry_id);

CREATE INDEX inquiry_cases_waiting ON public.inquiry_cases USING btree (due_on) WHERE (settled_at IS NULL);

CREATE INDEX inquiry_messages_inquiry ON public.inquiry_messages USING btree (inquiry_id, at, id);

CREATE INDEX inquiry_standings_waiting ON public.inquiry_standings USING btree (waiting_since) WHERE (waiting > 0);

CREATE INDEX inquiry_templates_organisation ON public.inquiry_templates USING btree (organisation_id, title);

CREATE INDEX listing_areas_area ON public.listing_areas USING btree (area_code, listing_id);

CREATE INDEX listing_changes_listing ON public.listing_changes USING btree (listing_id, at DESC);

CREATE INDEX listing_events_at ON public.listing_events USING btree (at DESC);

CREATE INDEX listing_events_listing ON public.listing_events USING btree (listing_id, at);

CREATE INDEX listing_reports_client ON public.listing_reports USING btree (client, at);

CREATE INDEX listing_reports_open ON public.listing_reports USING btree (listing_id, at) WHERE (decided_at IS NULL);

CREATE INDEX listing_talks_listing ON public.listing_talks USING btree (listing_id, at);

CREATE INDEX listing_typings_account ON public.listing_typings USING btree (account_id, organisation_id, saved_at DESC);

CREATE INDEX listing_typings_saved ON public.listing_typings USING btree (saved_at);

CREATE INDEX listings_audiences ON public.listings USING gin (audiences);

CREATE INDEX listings_body_updated ON public.listings USING btree (body_id, updated_at DESC) WHERE (first_published_at IS NOT NULL);

CREATE INDEX listings_deadline ON public.listings USING btree (kind, apply_by, id) WHERE (state = 'published'::text);

CREATE INDEX listings_districts ON public.listings USING btree (id) WHERE ((state = 'published'::text) AND (districts <> '{}'::text[]));

CREATE INDEX listings_extending ON public.listings USING btree (extend_on) WHERE (extend_on IS NOT NULL);

CREATE INDEX listings_features ON public.listings USING gin (features);

CREATE INDEX listings_fields ON public.listings USING gin (fields);

CREATE INDEX listings_kind ON public.listings USING btree (kind, next_at, id) WHERE (state = 'published'::text);

CREATE INDEX listings_look_at ON public.listings USING btree (body_id) WHERE (look_at <> '{}'::text[]);

CREATE INDEX listings_merged_from ON public.listings USING gin (merged_from) WHERE (merged_from <> '{}'::uuid[]);

CREATE INDEX listings_minutes ON public.listings USING btree (minutes) WHERE ((state = 'published'::text) AND (minutes IS NOT NULL));

CREATE INDEX listings_moving ON public.listings USING btree (next_over_at) WHERE (next_over_at IS NOT NULL);

CREATE INDEX listings_next ON public.listings USING btree (next_at, id) WHERE (state = 'published'::text);

CREATE INDEX listings_open ON public.listings USING btree (ends_at) WHERE (state = 'published'::text);

CREATE INDEX listings_organisation ON public.listings USING btree (organisation_id, state);

CREATE INDEX listings_published ON public.listings USING btree (published_at DESC) WHERE (state = 'published'::text);

CREATE INDEX listings_releasing ON public.listings USING btree (publish_at) WHERE (state = 'scheduled'::text);

CREATE INDEX listings_submitted ON public.listings USING btree (body_id, updated_at) WHERE (state = 'submitted'::text);

CREATE INDEX listings_title_pieces ON public.listings USING gin (lower(title) gin_trgm_ops);

CREATE INDEX listings_title_start ON public.listings USING btree (lower(title) text_pattern_ops);

CREATE INDEX listings_updated ON public.listings USING btree (updated_at DESC) WHERE (first_published_at IS NOT NULL);

CREATE INDEX memberships_account ON public.memberships USING btree (account_id);

CREATE INDEX memberships_organisation ON public.memberships USING btree (organisation_id);

CREATE UNIQUE INDEX memberships_standing ON public.memberships USING btree (organisation_id, account_id) WHERE (ended_at IS NULL);

CREATE INDEX memberships_term ON public.memberships USING btree (valid_to) WHERE ((ended_at IS NULL) AND (valid_to IS NOT NULL));

CREATE INDEX messages_about ON public.messages USING btree (about_kind, about_id);

CREATE INDEX messages_account ON public.messages USING btree (account_id, created_at DESC);

CREATE INDEX messages_created_at ON public.messages USING btree (created_at DESC);

CREATE INDEX messages_state ON public.messages USING btree (state) WHERE (state = ANY (ARRAY['queued'::text, 'failed'::text]));

CREATE INDEX occurrences_days ON public.occurrences USING btree (last_day, first_day);

CREATE INDEX occurrences_listing ON public.occurrences USING btree (listing_id, first_day);

CREATE INDEX occurrences_over ON public.occurrences USING btree (listing_id, over_at);

CREATE INDEX organisation_areas_area ON public.organisation_areas USING btree (area_code);

CREATE INDEX organisation_change_requests_client ON public.organisation_change_requests USING btree (client_key, created_at);

CREATE INDEX organisation_change_requests_open ON public.organisation_change_requests USING btree (created_at) WHERE (state = 'open'::text);

CREATE INDEX organisation_change_requests_organisation ON public.organisation_change_requests USING btree (organisation_id, created_at);

CREATE INDEX organisation_claim_attempts_account ON public.organisation_claim_attempts USING btree (account_id, at);

CREATE UNIQUE INDEX organisation_claim_codes_open ON public.organisation_claim_codes USING btree (organisation_id) WHERE ((used_at IS NULL) AND (ended_at IS NULL));

CREATE INDEX organisation_confirmations_organisation ON public.organisation_confirmations USING btree (organisation_id);

CREATE INDEX organisation_events_at ON public.organisation_events USING btree (at DESC);

CREATE INDEX organisation_events_organisation ON public.organisation_events USING btree (organisation_id, at);

CREATE UNIQUE INDEX organisation_intakes_imported ON public.organisation_intakes USING btree (reference) WHERE (channel = 'import'::text);

CREATE INDEX organisation_intakes_organisation ON public.organisation_intakes USING btree (organisation_id, at);

CREATE UNIQUE INDEX organisation_invitations_open ON public.organisation_invitations USING btree (organisation_id, address) WHERE ((accepted_at IS NULL) AND (declined_at IS NULL) AND (withdrawn_at IS NULL));

CREATE INDEX organisation_invitations_organisation ON public.organisation_invitations USING btree (organisation_id, created_at);

CREATE UNIQUE INDEX organisation_merges_other ON public.organisation_merges USING btree (other_id) WHERE (undone_at IS NULL);

CREATE INDEX organisation_merges_survivor ON public.organisation_merges USING btree (survivor_id, at);

CREATE INDEX organisation_objections_open ON public.organisation_objections USING btree (recovery_id) WHERE (decided_at IS NULL);

CREATE UNIQUE INDEX organisation_recoveries_invitation ON public.organisation_recoveries USING btree (invitation_id);

CREATE INDEX organisation_recoveries_organisation ON public.organisation_recoveries USING btree (organisation_id, at);

CREATE INDEX organisations_applicant ON public.organisations USING btree (applicant_id);

CREATE INDEX organisations_area ON public.organisations USING btree (main_area_code) WHERE (state = 'registered'::text);

CREATE INDEX organisations_body_state ON public.organisations USING btree (body_id, state, submitted_at);

CREATE INDEX organisations_confirmed ON public.organisations USING btree (confirmed_at) WHERE (state = 'registered'::text);

CREATE INDEX organisations_corporate_number ON public.organisations USING btree (corporate_number) WHERE (corporate_number <> ''::text);

CREATE INDEX organisations_kana ON public.organisations USING btree (kana, id) WHERE (state = 'registered'::text);

CREATE INDEX organisations_kana_key ON public.organisations USING btree (kana_key) WHERE (kana_key <> ''::text);

CREATE INDEX organisations_kana_pieces ON public.organisations USING gin (kana_key gin_trgm_ops);

CREATE INDEX organisations_kana_start ON public.organisations USING btree (kana_key text_pattern_ops);

CREATE INDEX organisations_last_published ON public.organisations USING btree (last_published_on) WHERE (state = 'registered'::text);

CREATE INDEX organisations_merged ON public.organisations USING btree (merged_into) WHERE (merged_into IS NOT NULL);

CREATE INDEX organisations_name_key ON public.organisations USING gin (name_key gin_trgm_ops);

CREATE INDEX organisations_name_start ON public.organisations USING btree (name_key text_pattern_ops);

CREATE INDEX organisations_office_order ON public.organisations USING btree (submitted_at, id) WHERE (submitted_at IS NOT NULL);

CREATE INDEX organisations_receipt_pieces ON public.organisations USING gin (receipt_number gin_trgm_ops);

CREATE INDEX organisations_stale ON public.organisations USING btree (body_id, confirmed_at) WHERE ((state = 'registered'::text) AND (stale_at IS NOT NULL));

CREATE INDEX organisations_unattended ON public.organisations USING btree (body_id, unattended_since) WHERE (unattended_since IS NOT NULL);

CREATE INDEX post_deputies_account ON public.post_deputies USING btree (account_id, valid_to);

CREATE INDEX post_deputies_post ON public.post_deputies USING btree (post_id);

CREATE INDEX post_imports_body ON public.post_imports USING btree (body_id, created_at DESC);

CREATE INDEX posts_account ON public.posts USING btree (account_id);

CREATE INDEX posts_body ON public.posts USING btree (body_id);

CREATE INDEX posts_from ON public.posts USING btree (valid_from);

CREATE INDEX posts_import ON public.posts USING btree (import_id) WHERE (import_id IS NOT NULL);

CREATE INDEX posts_to ON public.posts USING btree (valid_to) WHERE (valid_to IS NOT NULL);

CREATE INDEX saved_views_list ON public.saved_views USING btree (list, body_id, account_id);

CREATE UNIQUE INDEX saved_views_name ON public.saved_views USING btree (account_id, list, name);

CREATE INDEX search_documents_grams ON public.search_documents USING gin (grams);

CREATE INDEX site_consents_version ON public.site_consents USING btree (version_id);

CREATE INDEX site_emergencies_standing ON public.site_emergencies USING btree (ends_at) WHERE (ended_at IS NULL);

CREATE INDEX site_notices_area ON public.site_notices USING btree (area_code, starts_at DESC) WHERE (state = 'published'::text);

CREATE INDEX site_notices_public ON public.site_notices USING btree (starts_at DESC) WHERE (state = 'published'::text);

CREATE INDEX site_opinion_attempts_at ON public.site_opinion_attempts USING btree (at);

CREATE INDEX site_opinion_attempts_client ON public.site_opinion_attempts USING btree (client, at);

CREATE INDEX site_opinions_at ON public.site_opinions USING btree (at DESC);

CREATE INDEX site_opinions_published ON public.site_opinions USING btree (published_at DESC) WHERE (published_at IS NOT NULL);

CREATE INDEX site_opinions_state ON public.site_opinions USING btree (state, due_on);

CREATE INDEX site_promotions_day ON public.site_promotions USING btree (on_day DESC, id DESC);

CREATE INDEX site_versions_public ON public.site_versions USING btree (page_id, publish_at DESC, number DESC) WHERE (publish_at IS NOT NULL);

-- Row-level security

create policy inquiries_ask on inquiries for insert to enishi_program with check (true);

create policy inquiries_change on inquiries for update to enishi_program using ((((asker_account_id)::text = acting_account()) OR (organisation_id = ANY (acting_organisations())) OR (office_bodies && acting_bodies()) OR (asker_key = acting_inquiry_key()) OR (acting_account() = 'system'::text))) with check (true);

create policy inquiries_read on inquiries for select to enishi_program using ((((asker_account_id)::text = acting_account()) OR (organisation_id = ANY (acting_organisations())) OR (office_bodies && acting_bodies()) OR (asker_key = acting_inquiry_key()) OR (acting_account() = 'system'::text)));

create policy inquiry_blocks_own on inquiry_blocks for all to enishi_program using (((organisation_id = ANY (acting_organisations())) OR (acting_account() = 'system'::text)));

create policy inquiry_cases_open on inquiry_cases for insert to enishi_program with check ((EXISTS ( SELECT
   FROM inquiries
  WHERE (inquiries.id = inquiry_cases.inquiry_id))));

create policy inquiry_cases_read on inquiry_cases for select to enishi_program using (((body_ids && acting_bodies()) OR (organisation_id = ANY (acting_organisations())) OR (acting_account() = 'system'::text)));

create policy inquiry_cases_settle on inquiry_cases for update to enishi_program using (((body_ids && acting_bodies()) OR (acting_account() = 'system'::text))) with check (true);

create policy inquiry_messages_forget on inquiry_messages for update to enishi_program using ((acting_account() = 'system'::text)) with check (true);

create policy inquiry_messages_read on inquiry_messages for select to enishi_program using ((EXISTS ( SELECT
   FROM inquiries
  WHERE (inquiries.id = inquiry_messages.inquiry_id))));

create policy inquiry_messages_write on inquiry_messages for insert to enishi_program with check ((EXISTS ( SELECT
   FROM inquiries
  WHERE (inquiries.id = inquiry_messages.inquiry_id))));

create policy inquiry_templates_own on inquiry_templates for all to enishi_program using (((organisation_id = ANY (acting_organisations())) OR (acting_account() = 'system'::text)));

create policy messages_deliver on messages for update to enishi_program using ((acting_account() = 'system'::text)) with check (true);

create policy messages_read on messages for select to enishi_program using ((((account_id)::text = acting_account()) OR (body_id = ANY (acting_bodies())) OR (acting_account() = 'system'::text)));

create policy messages_write on messages for insert to enishi_program with check (true);

create policy site_opinion_writers_erase on site_opinion_writers for delete to enishi_program using ((acting_account() = 'system'::text));

create policy site_opinion_writers_read on site_opinion_writers for select to enishi_program using (((body_id = ANY (acting_bodies())) OR (acting_account() = 'system'::text)));

create policy site_opinion_writers_write on site_opinion_writers for insert to enishi_program with check (true);

create policy site_opinions_answer on site_opinions for update to enishi_program using (((body_id = ANY (acting_bodies())) OR (acting_account() = 'system'::text))) with check (true);

create policy site_opinions_read on site_opinions for select to enishi_program using (((published_at IS NOT NULL) OR (body_id = ANY (acting_bodies())) OR (acting_account() = 'system'::text)));

create policy site_opinions_write on site_opinions for insert to enishi_program with check (true);

-- Rights of the program

grant delete, insert, select, update on account_credentials to enishi_program;

grant delete, insert, select, update on account_sessions to enishi_program;

grant delete, insert, select, update on account_verifications to enishi_program;

grant delete, insert, select, update on accounts to enishi_program;

grant delete, insert, select, update on areas to enishi_program;

grant delete, insert, select, update on attempt_limits to enishi_program;

grant insert, select on audit_batches to enishi_program;

grant insert, select on audit_events to enishi_program;

grant delete, insert, select, update on audit_payloads to enishi_program;

grant insert, select on audit_sealed to enishi_program;

grant delete, insert, select, update on bodies to enishi_program;

grant delete, insert, select, update on contacts to enishi_program;

grant insert, select on figure_events to enishi_program;

grant delete, insert, select, update on file_contents to enishi_program;

grant delete, insert, select, update on file_sizes to enishi_program;

grant delete, insert, select, update on files to enishi_program;

grant delete, insert, select, update on form_keys to enishi_program;

grant delete, insert, select, update on imports to enishi_program;

grant insert, select, update on inquiries to enishi_program;

grant delete, insert, select, update on inquiry_blocks to enishi_program;

grant insert, select, update on inquiry_cases to enishi_program;

grant insert, select, update on inquiry_messages to enishi_program;

grant delete, insert, select, update on inquiry_standings to enishi_program;

grant delete, insert, select, update on inquiry_templates to enishi_program;

grant delete, insert, select, update on listing_areas to enishi_program;

grant delete, insert, select, update on listing_changes to enishi_program;

grant delete, insert, select, update on listing_events to enishi_program;

grant delete, insert, select, update on listing_reports to enishi_program;

grant delete, insert, select, update on listing_review_settings to enishi_program;

grant delete, insert, select, update on listing_talks to enishi_program;

grant delete, insert, select, update on listing_typings to enishi_program;

grant delete, insert, select, update on listings to enishi_program;

grant delete, insert, select, update on memberships to enishi_program;

grant delete, insert, select, update on messages to enishi_program;

grant delete, insert, select, update on migration_checksums to enishi_program;

grant delete, insert, select, update on morning_mails to enishi_program;

grant delete, insert, select, update on occurrences to enishi_program;

grant delete, insert, select, update on organisation_areas to enishi_program;

grant delete, insert, select, update on organisation_change_requests to enishi_program;

grant delete, insert, select, update on organisation_claim_attempts to enishi_program;

grant delete, insert, select, update on organisation_claim_codes to enishi_program;

grant delete, insert, select, update on organisation_confirmations to enishi_program;

grant delete, insert, select, update on organisation_events to enishi_program;

grant delete, insert, select, update on organisation_intakes to enishi_program;

grant delete, insert, select, update on organisation_invitations to enishi_program;

grant delete, insert, select, update on organisation_merges to enishi_program;

grant delete, insert, select, update on organisation_objections to enishi_program;

grant delete, insert, select, update on organisation_recoveries to enishi_program;

grant delete, insert, select, update on organisations to enishi_program;

grant delete, insert, select, update on page_stamps to enishi_program;

grant delete, insert, select, update on post_deputies to enishi_program;

grant delete, insert, select, update on post_imports to enishi_program;

grant delete, insert, select, update on posts to enishi_program;

grant delete, insert, select, update on receipt_counters to enishi_program;

grant delete, insert, select, update on saved_views to enishi_program;

grant delete, insert, select, update on search_documents to enishi_program;

grant delete, insert, select, update on site_consents to enishi_program;

grant delete, insert, select, update on site_emergencies to enishi_program;

grant delete, insert, select, update on site_notices to enishi_program;

grant delete, insert, select, update on site_opinion_attempts to enishi_program;

grant delete, insert, select, update on site_opinion_writers to enishi_program;

grant delete, insert, select, update on site_opinions to enishi_program;

grant delete, insert, select, update on site_pages to enishi_program;

grant delete, insert, select, update on site_promotions to enishi_program;

grant delete, insert, select, update on site_versions to enishi_program;

grant delete, insert, select, update on texts to enishi_program;
