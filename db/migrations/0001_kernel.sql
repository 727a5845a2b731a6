-- What every room stands on: the program's role, audit, figures, messages, texts, search, stamps.
-- Migrations run as the owner of the database; the program runs as enishi_program, which owns nothing.

create extension if not exists pg_trgm;

do $$
begin
  create role enishi_program nologin;
exception when duplicate_object or unique_violation then null;
end $$;

do $$
begin
  execute format('grant enishi_program to %I', current_user);
  execute format('grant connect, temporary on database %I to enishi_program', current_database());
end $$;

grant usage on schema public to enishi_program;
alter default privileges in schema public grant select, insert, update, delete on tables to enishi_program;
alter default privileges in schema public grant usage, select on sequences to enishi_program;

-- Who acts, as set for one transaction by kernel/transaction.ts. Nothing set reads nothing.
create function acting_account() returns text language sql stable as
  $$ select nullif(current_setting('app.actor', true), '') $$;
create function acting_bodies() returns uuid[] language sql stable as
  $$ select coalesce(string_to_array(nullif(current_setting('app.bodies', true), ''), ',')::uuid[], '{}') $$;

-- graphile-worker's tables have row-level security, so jobs are enqueued through this definer function,
-- inside the transaction that causes them.
create function enqueue_job(identifier text, payload json, run_at timestamptz, job_key text, max_attempts int)
returns void language plpgsql security definer set search_path = '' as $$
begin
  perform graphile_worker.add_job(identifier, payload, run_at => coalesce(run_at, pg_catalog.now()),
    job_key => job_key, max_attempts => max_attempts, job_key_mode => 'replace');
end $$;
revoke all on function enqueue_job(text, json, timestamptz, text, int) from public;
grant execute on function enqueue_job(text, json, timestamptz, text, int) to enishi_program;

-- The same form posted twice changes state once: the first transaction keeps its answer here.
create table form_keys (
  key uuid primary key,
  verb text not null,
  account_id uuid,
  result jsonb,
  created_at timestamptz not null
);
create index form_keys_created_at on form_keys (created_at);

-- Audit: the event holds a hash of the payload; the payload stands apart so that erasure stays possible.
create table audit_events (
  id uuid primary key,
  at timestamptz not null,
  stream text not null,
  account_id uuid,
  hat text not null,
  verb text not null,
  subject_kind text not null,
  subject_id text not null,
  payload_hash bytea not null
);
create index audit_events_subject on audit_events (subject_kind, subject_id, at desc);
create index audit_events_stream on audit_events (stream, id);
create index audit_events_at on audit_events (at desc);
create index audit_events_account on audit_events (account_id, at desc);

create table audit_payloads (
  event_id uuid primary key references audit_events,
  payload jsonb not null
);

-- Every event belongs to exactly one sealed batch; batches of a stream form a hash chain.
create table audit_batches (
  stream text not null,
  number int not null,
  sealed_at timestamptz not null,
  events int not null,
  previous_hash bytea not null,
  hash bytea not null,
  primary key (stream, number)
);
create table audit_sealed (
  event_id uuid primary key references audit_events,
  stream text not null,
  number int not null,
  position int not null,
  unique (stream, number, position),
  foreign key (stream, number) references audit_batches
);
revoke update, delete on audit_events, audit_batches, audit_sealed from enishi_program;

-- Figures are events, corrected only by reversal.
create table figure_events (
  id uuid primary key,
  metric text not null,
  subject_kind text not null,
  subject_id uuid,
  occurred_on date not null,
  recorded_at timestamptz not null,
  delta bigint not null,
  numerator bigint,
  denominator bigint,
  area_code text,
  body_id uuid,
  dims jsonb not null default '{}',
  cancels uuid unique references figure_events,
  check (num_nulls(numerator, denominator) in (0, 2))
);
create index figure_events_metric on figure_events (metric, occurred_on, recorded_at);
create index figure_events_subject on figure_events (subject_kind, subject_id, metric);
revoke update, delete on figure_events from enishi_program;

-- One row per recipient: a message is never sent twice, and it can be shown what was sent to whom.
create table messages (
  id uuid primary key,
  template text not null,
  channel text not null default 'mail' check (channel in ('mail')),
  account_id uuid,
  body_id uuid,
  address text not null,
  lang text not null,
  subject text not null,
  body text not null,
  link text,
  about_kind text,
  about_id uuid,
  state text not null default 'queued' check (state in ('queued', 'sent', 'failed', 'bounced')),
  attempts int not null default 0,
  last_error text,
  message_id text,
  created_at timestamptz not null,
  sent_at timestamptz
);
create index messages_account on messages (account_id, created_at desc);
create index messages_about on messages (about_kind, about_id);
create index messages_state on messages (state) where state in ('queued', 'failed');
create index messages_created_at on messages (created_at desc);
alter table messages enable row level security;
create policy messages_read on messages for select to enishi_program
  using (account_id::text = acting_account() or body_id = any (acting_bodies()) or acting_account() = 'system');
create policy messages_write on messages for insert to enishi_program with check (true);
create policy messages_deliver on messages for update to enishi_program
  using (acting_account() = 'system') with check (true);

-- Translatable content.
create table texts (
  owner_kind text not null,
  owner_id uuid not null,
  field text not null,
  lang text not null check (lang in ('ja', 'en', 'ja-easy')),
  body text not null,
  reading text,
  status text not null default 'published' check (status in ('draft', 'published')),
  primary key (owner_kind, owner_id, field, lang)
);

-- The shared index holds public things only; characters are folded when indexing.
create table search_documents (
  kind text not null,
  id uuid not null,
  title text not null,
  folded text not null,
  grams text[] not null,
  primary key (kind, id)
);
create index search_documents_grams on search_documents using gin (grams);

-- A stamp changes whenever something that public pages show under this tag changes.
create table page_stamps (
  tag text primary key,
  version bigint not null
);

-- 受付番号: one row of numbers per body and fiscal year, without gaps.
create table receipt_counters (
  body_id uuid not null,
  fiscal_year int not null,
  last int not null,
  primary key (body_id, fiscal_year)
);
