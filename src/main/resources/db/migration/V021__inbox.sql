-- What became of each file of the inbox folder, and log-ins that name a vehicle or a driver who is not known.

create table inbox_file (
    file_id         bigint       not null auto_increment,
    file_name       varchar(255) not null,
    kept_as         varchar(255) not null,
    content_hash    varchar(64)  not null,
    vehicle_id      varchar(64)  not null,
    byte_count      bigint       not null,
    state           varchar(16)  not null,
    ended_at        datetime(3)  not null,
    rows_fresh      bigint       not null,
    rows_updated    bigint       not null,
    rows_unchanged  bigint       not null,
    rows_rejected   bigint       not null,
    rows_held       bigint       not null,
    rows_off_hours  bigint       not null,
    mistake         varchar(64),
    mistake_line    bigint,
    mistake_details varchar(2000),
    primary key (file_id)
);

create index inbox_file_by_content on inbox_file (content_hash);
create index inbox_file_by_end on inbox_file (ended_at);

create table badge_aside (
    vehicle_ref varchar(200) not null,
    driver_ref  varchar(64)  not null,
    badged_at   datetime(3)  not null,
    reason      varchar(32)  not null,
    source      varchar(64)  not null,
    seen_at     datetime(3)  not null,
    primary key (vehicle_ref, driver_ref, badged_at)
);
