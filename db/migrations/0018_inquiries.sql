-- Inquiries: what people ask groups, and what groups answer. No address is shown to either side.
-- Class C: the database itself shows a conversation to its two sides, to an office it was handed to, and to the program.

create function acting_organisations() returns uuid[] language sql stable as
  $$ select coalesce(string_to_array(nullif(current_setting('app.organisations', true), ''), ',')::uuid[], '{}') $$;
-- Who came by the private link of one conversation, without an account.
create function acting_inquiry_key() returns text language sql stable as
  $$ select nullif(current_setting('app.inquiry_key', true), '') $$;

-- Where an answer to a message arrives, when it may be answered by mail.
alter table messages add reply_to text;

create table inquiries (
  id uuid primary key,
  public_id text not null unique,
  organisation_id uuid not null references organisations,
  listing_id uuid references listings,
  state text not null check (state in ('open', 'answered', 'closed')),
  version int not null default 1,
  asker_account_id uuid references accounts,
  asker_name text not null,
  asker_address text not null,
  asker_lang text not null check (asker_lang in ('ja', 'en', 'ja-easy')),
  -- Opens the conversation to an asker without an account.
  asker_key text not null unique,
  -- Signs the addresses at which answers by mail arrive.
  mail_key text not null,
  -- The offices that it was handed over or reported to.
  office_bodies uuid[] not null default '{}',
  asked_at timestamptz not null,
  -- The group's first answer.
  answered_at timestamptz,
  -- Since when the asker waits for an answer.
  waiting_since timestamptz,
  remind_on date,
  last_at timestamptz not null,
  closed_at timestamptz,
  -- When what is personal in it was taken out.
  forgotten_at timestamptz,
  check ((state = 'open') = (waiting_since is not null))
);
create index inquiries_organisation on inquiries (organisation_id, state, last_at desc);
create index inquiries_asker on inquiries (asker_account_id, last_at desc);
create index inquiries_answered on inquiries (organisation_id, answered_at desc) where answered_at is not null;
create index inquiries_offices on inquiries using gin (office_bodies);
create index inquiries_reminding on inquiries (remind_on) where remind_on is not null;
create index inquiries_idle on inquiries (last_at) where state <> 'closed';
create index inquiries_keeping on inquiries (closed_at) where closed_at is not null and forgotten_at is null;

create table inquiry_messages (
  id uuid primary key,
  inquiry_id uuid not null references inquiries,
  side text not null check (side in ('asker', 'group', 'office')),
  account_id uuid,
  name text not null,
  body text not null,
  channel text not null check (channel in ('page', 'mail')),
  -- The Message-ID of a mail: delivered twice, it is taken once.
  mail_id text,
  at timestamptz not null,
  unique (inquiry_id, mail_id)
);
create index inquiry_messages_inquiry on inquiry_messages (inquiry_id, at, id);

-- What the office was asked: help by the group, or a report by either side.
create table inquiry_cases (
  id uuid primary key,
  inquiry_id uuid not null references inquiries,
  -- Null where the asker reported: the group does not see it.
  organisation_id uuid references organisations,
  body_ids uuid[] not null,
  kind text not null check (kind in ('help', 'report')),
  side text not null check (side in ('asker', 'group', 'program')),
  reason text not null,
  note text not null,
  at timestamptz not null,
  due_on date not null,
  settled_at timestamptz,
  settled_by uuid,
  outcome text not null default ''
);
create index inquiry_cases_inquiry on inquiry_cases (inquiry_id);
create index inquiry_cases_waiting on inquiry_cases (due_on) where settled_at is null;
create index inquiry_cases_at on inquiry_cases (at desc);

-- A group that takes no more messages from somebody. The address stands as a hash.
create table inquiry_blocks (
  organisation_id uuid not null references organisations,
  address_key text not null,
  account_id uuid,
  at timestamptz not null,
  by_account_id uuid,
  primary key (organisation_id, address_key)
);

create table inquiry_templates (
  id uuid primary key,
  organisation_id uuid not null references organisations,
  title text not null,
  body text not null,
  version int not null default 1,
  updated_at timestamptz not null
);
create index inquiry_templates_organisation on inquiry_templates (organisation_id, title);

-- How fast a group answers, and what waits there: figures without a person.
create table inquiry_standings (
  organisation_id uuid primary key references organisations,
  answered int not null,
  median_minutes int,
  -- What people are told: in so many days an answer usually comes. Null: nothing is said.
  usual_days int,
  waiting int not null,
  waiting_since timestamptz
);
create index inquiry_standings_waiting on inquiry_standings (waiting_since) where waiting > 0;

alter table inquiries enable row level security;
create policy inquiries_read on inquiries for select to enishi_program using (
  asker_account_id::text = acting_account()
  or organisation_id = any (acting_organisations())
  or office_bodies && acting_bodies()
  or asker_key = acting_inquiry_key()
  or acting_account() = 'system');
create policy inquiries_ask on inquiries for insert to enishi_program with check (true);
create policy inquiries_change on inquiries for update to enishi_program using (
  asker_account_id::text = acting_account()
  or organisation_id = any (acting_organisations())
  or office_bodies && acting_bodies()
  or asker_key = acting_inquiry_key()
  or acting_account() = 'system') with check (true);

-- The inner look at inquiries is under the policy above.
alter table inquiry_messages enable row level security;
create policy inquiry_messages_read on inquiry_messages for select to enishi_program
  using (exists (select from inquiries where inquiries.id = inquiry_id));
create policy inquiry_messages_write on inquiry_messages for insert to enishi_program
  with check (exists (select from inquiries where inquiries.id = inquiry_id));
create policy inquiry_messages_forget on inquiry_messages for update to enishi_program
  using (acting_account() = 'system') with check (true);

alter table inquiry_cases enable row level security;
create policy inquiry_cases_read on inquiry_cases for select to enishi_program using (
  body_ids && acting_bodies() or organisation_id = any (acting_organisations()) or acting_account() = 'system');
create policy inquiry_cases_open on inquiry_cases for insert to enishi_program
  with check (exists (select from inquiries where inquiries.id = inquiry_id));
create policy inquiry_cases_settle on inquiry_cases for update to enishi_program
  using (body_ids && acting_bodies() or acting_account() = 'system') with check (true);

alter table inquiry_blocks enable row level security;
create policy inquiry_blocks_own on inquiry_blocks for all to enishi_program
  using (organisation_id = any (acting_organisations()) or acting_account() = 'system');

alter table inquiry_templates enable row level security;
create policy inquiry_templates_own on inquiry_templates for all to enishi_program
  using (organisation_id = any (acting_organisations()) or acting_account() = 'system');

revoke delete on inquiries, inquiry_messages, inquiry_cases from enishi_program;

-- Does the group take no more messages from this address or account? Whoever asks learns yes or no, and nothing else.
create function inquiry_blocked(organisation uuid, address text, account uuid) returns boolean
language sql stable security definer set search_path = '' as $$
  select exists (select from public.inquiry_blocks b where b.organisation_id = organisation
    and (b.address_key = address or b.account_id = account))
$$;

-- The median minutes until the first answer over the latest answered inquiries, and what waits now.
create function inquiry_standing(organisation uuid, latest int)
returns table (answered int, median_minutes int, waiting int, waiting_since timestamptz)
language sql stable security definer set search_path = '' as $$
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
$$;

revoke all on function inquiry_blocked(uuid, text, uuid), inquiry_standing(uuid, int) from public;
grant execute on function inquiry_blocked(uuid, text, uuid), inquiry_standing(uuid, int) to enishi_program;
