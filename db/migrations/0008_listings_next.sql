-- From when an occurrence is over, whatever its precision: no query needs the city's zone to leave out what is past.
alter table occurrences add over_at timestamptz;
alter table occurrences add check ((precision = 'undetermined') = (over_at is null));
create index occurrences_over on occurrences (listing_id, over_at);

-- The next occurrence, kept with the listing so that lists are ordered by an index; a job moves it on.
alter table listings add next_at timestamptz;
alter table listings add next_over_at timestamptz;
-- When a rule's occurrences are to be carried on; null: all of them are made.
alter table listings add extend_on date;
-- A page of the organiser's own, with more about it or to apply on.
alter table listings add link text not null default '';

create index listings_next on listings (next_at, id) where state = 'published';
create index listings_moving on listings (next_over_at) where next_over_at is not null;
create index listings_extending on listings (extend_on) where extend_on is not null;
create index listings_updated on listings (updated_at desc) where first_published_at is not null;
create index listings_body_updated on listings (body_id, updated_at desc) where first_published_at is not null;
