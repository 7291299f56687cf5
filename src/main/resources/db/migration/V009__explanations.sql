-- What a score was made of, kept with it: later facts of the same days change nothing here. NULL stands for "not measured" (NaN).

create table scored_event (
    contest_id      varchar(64)  not null,
    iso_week        char(8)      not null,
    driver_id       varchar(64)  not null,
    ordinal         int          not null,
    vehicle_id      varchar(64)  not null,
    vehicle_class   varchar(20)  not null,
    counted         boolean      not null,
    kind            varchar(20)  not null,
    began_at        datetime(3)  not null,
    duration_s      double,
    peak_mps2       double,
    guard_mps2      double,
    start_speed_kmh double,
    latitude_deg    double,
    longitude_deg   double,
    severity        varchar(20)  not null,
    points          int          not null,
    rule_name       varchar(200) not null,
    primary key (contest_id, iso_week, driver_id, ordinal)
);

-- The seal of the score's sheet: the hash of its text, and the CRC-32 of each of its lines as big-endian integers.
alter table driver_score add column sheet_sha256 char(64);
alter table driver_score add column sheet_line_checks mediumblob;
