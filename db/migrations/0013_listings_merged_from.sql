-- The groups that a listing came from when groups were merged, the latest last: taking a merge back moves it home.
alter table listings add merged_from uuid[] not null default '{}';
create index listings_merged_from on listings using gin (merged_from) where merged_from <> '{}';
