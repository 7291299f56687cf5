-- Which source a vehicle's traces come from and its name there, and a log in which every row received is accounted for.

alter table vehicle add column trace_source varchar(32) not null default 'mycartracks';
alter table vehicle add column source_ref varchar(200);

alter table etl_run add column rows_updated bigint not null default 0;
alter table etl_run add column rows_held bigint not null default 0;
alter table etl_run add column rows_off_hours bigint not null default 0;
