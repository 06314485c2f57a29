-- A person's department, so that figures can be told by it.
alter table devices.entry add column department text;
