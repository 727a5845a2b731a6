-- The folded reading, by which a second registration of one group is recognised; the name's own key is in 0004.
alter table organisations add column kana_key text not null default '';
create index organisations_kana_key on organisations (kana_key) where kana_key <> '';
