-- The log of what was fetched, and the versions of the rules folder that results were made with.

create table etl_run (
    run_id         bigint      not null auto_increment,
    source         varchar(64) not null,
    vehicle_id     varchar(64),
    from_day       date,
    to_day         date,
    started_at     datetime(3) not null,
    ended_at       datetime(3) not null,
    duration_ms    bigint      not null,
    rows_read      bigint      not null,
    rows_loaded    bigint      not null,
    rows_unchanged bigint      not null,
    rows_rejected  bigint      not null,
    primary key (run_id)
);

create index etl_run_by_source on etl_run (source, ended_at);

create table rulebook_version (
    version varchar(80) not null,
    kept_at datetime(3) not null,
    primary key (version)
);

create table rulebook_file (
    version   varchar(80)  not null,
    file_name varchar(200) not null,
    content   longtext     not null,
    primary key (version, file_name)
);
