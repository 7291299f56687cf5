-- What was not believed when it came in, what waits for a person, and which sites keep nothing outside working hours.

-- A site with shifts keeps what lies in a shift, or this near to one; a site without shifts keeps everything.
alter table site add column keeps_off_hours boolean not null default false;
alter table site add column off_hours_margin_min int not null default 30;

-- One row for each rejected row of a source, however often it is fetched: its key is a hash of source, vehicle and row. Of
-- those beyond a batch's bound only the number is kept, in a row without the source's row.
create table reject (
    reject_id         char(64)    not null,
    source            varchar(32) not null,
    vehicle_id        varchar(64) not null,
    reason            varchar(64) not null,
    fix_at            datetime(3),
    raw_row           varchar(2000),
    fix_count         bigint      not null,
    received_at       datetime(3) not null,
    last_received_at  datetime(3) not null,
    state             varchar(12) not null,
    decided_by        varchar(64),
    decided_at        datetime(3),
    decision_reason   varchar(500),
    primary key (reject_id)
);

create index reject_by_state on reject (state, reason, received_at);
create index reject_by_vehicle on reject (vehicle_id, fix_at);

-- Fixes of a source, vehicle and site day whose speeds seem to have been taken for another unit than theirs; the format is that of trace_day.fixes. What a
-- person decides stands for the day: fixes that come after it follow it.
create table held_batch (
    source          varchar(32) not null,
    vehicle_id      varchar(64) not null,
    site_day        date        not null,
    mistake         varchar(20) not null,
    found_ratio     double,
    fix_count       int         not null,
    fixes           longblob,
    received_at     datetime(3) not null,
    state           varchar(12) not null,
    decided_by      varchar(64),
    decided_at      datetime(3),
    decision_reason varchar(500),
    primary key (source, vehicle_id, site_day, mistake)
);

create index held_batch_by_state on held_batch (state, vehicle_id, site_day);
