-- What a group says of itself. Lists of a few rows stand in the row that they belong to.
alter table organisations
  add legal_form text not null default '',
  add corporate_number text not null default '' check (corporate_number ~ '^([1-9][0-9]{12})?$'),
  add districts text[] not null default '{}',
  add activities text not null default '',
  -- 2015 or 2015-04: many groups know the year only.
  add since text not null default '' check (since ~ '^([0-9]{4}(-[0-9]{2})?)?$'),
  add size text not null default '',
  add links jsonb not null default '[]' check (jsonb_typeof(links) = 'array'),
  add recognitions jsonb not null default '[]' check (jsonb_typeof(recognitions) = 'array'),
  -- Which items of the contact the public reads: each by itself.
  add shown text[] not null default '{}',
  -- Active nowhere in the city: the City decides. The main area is the city itself then.
  add outside boolean not null default false;

update organisations set shown = case when contact_public
  then array['name', 'phone', 'mail', 'website', 'links'] else array['website', 'links'] end;
alter table organisations drop column contact_public;

create index organisations_corporate_number on organisations (corporate_number) where corporate_number <> '';

alter table contacts
  add fax text,
  add postal_address text;
