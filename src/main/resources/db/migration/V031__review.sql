-- What people change and look at while a week waits for its approval, and when they were reminded of it.

-- An SMS as a person worded it, beside what was proposed then.
create table sms_wording (
    contest_id    varchar(64)   not null,
    iso_week      char(8)       not null,
    driver_id     varchar(64)   not null,
    wording       varchar(1000) not null,
    proposed_text varchar(3200) not null,
    worded_by     varchar(64)   not null,
    worded_at     datetime(3)   not null,
    primary key (contest_id, iso_week, driver_id)
);

-- Kept in the outbox too: what the product would have said, and who said it otherwise.
alter table sms_outbox add column proposed_text varchar(3200);
alter table sms_outbox add column worded_by varchar(64);

-- One row a driver and change; the rows of one act carry the same id and are undone together. Append only.
create table review_change (
    change_id    bigint        not null auto_increment,
    act          char(26)      not null,
    contest_id   varchar(64)   not null,
    iso_week     char(8)       not null,
    revision     int           not null,
    driver_id    varchar(64)   not null,
    kind         varchar(20)   not null,
    value_before varchar(1000),
    value_after  varchar(1000),
    reason       varchar(1000) not null,
    changed_by   varchar(64)   not null,
    changed_at   datetime(3)   not null,
    undoes       char(26),
    primary key (change_id)
);

create index review_change_by_week on review_change (contest_id, iso_week);

-- Who looked at what; driver_id is empty for the week as a whole.
create table review_look (
    contest_id varchar(64) not null,
    iso_week   char(8)     not null,
    driver_id  varchar(64) not null,
    looked_by  varchar(64) not null,
    first_at   datetime(3) not null,
    last_at    datetime(3) not null,
    looks      int         not null,
    primary key (contest_id, iso_week, driver_id, looked_by)
);

-- A review is reminded of once and escalated once.
create table review_notice (
    task_id    varchar(64) not null,
    kind       varchar(20) not null,
    contest_id varchar(64) not null,
    iso_week   char(8)     not null,
    noted_at   datetime(3) not null,
    primary key (task_id, kind)
);
