-- Only people of this group of the MDM, or of one below it, may ask for the app; null: everybody.
alter table catalogue.app add column only_group integer;
