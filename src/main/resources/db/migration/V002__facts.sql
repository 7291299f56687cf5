-- What happened with a vehicle on a day, in units and without judgement. NULL stands for "not measured" (NaN).
-- Columns of profiles hold big-endian floats, one after the other; speed_profile has the format of the class ProfileCodec.

create table day_facts (
    vehicle_id     varchar(64) not null,
    site_day       date        not null,
    algorithm      varchar(32) not null,
    trace_revision int         not null,
    fixes_read     int         not null,
    fixes_kept     int         not null,
    primary key (vehicle_id, site_day)
);

create table data_note (
    vehicle_id varchar(64)  not null,
    site_day   date         not null,
    ordinal    int          not null,
    kind       varchar(64)  not null,
    dropped    boolean      not null,
    fix_count  int          not null,
    first_at   datetime(3),
    example    varchar(1000),
    primary key (vehicle_id, site_day, ordinal)
);

create table trip (
    vehicle_id         varchar(64)  not null,
    site_day           date         not null,
    trip_number        int          not null,
    track              varchar(200) not null,
    driver_id          varchar(64),
    started_at         datetime(3)  not null,
    ended_at           datetime(3)  not null,
    distance_km        double,
    moving_s           double,
    max_speed_kmh      double,
    zero_speed_s       double,
    covered_s          double,
    lost_s             double,
    median_interval_s  double,
    doppler_share      double,
    speed_accuracy_mps double,
    rpa_work_m2ps2     double,
    rpa_distance_m     double,
    gentle_loss_mps    double,
    total_loss_mps     double,
    speed_profile      mediumblob   not null,
    primary key (vehicle_id, site_day, trip_number)
);

create index trip_by_driver on trip (driver_id, site_day);

create table manoeuvre (
    vehicle_id       varchar(64) not null,
    site_day         date        not null,
    manoeuvre_number int         not null,
    trip_number      int         not null,
    kind             varchar(20) not null,
    began_at         datetime(3) not null,
    duration_s       double,
    peak_mps2        double,
    guard_mps2       double,
    start_speed_kmh  double,
    latitude_deg     double,
    longitude_deg    double,
    step_s           double,
    profile_mps2     mediumblob  not null,
    profile_kmh      mediumblob  not null,
    primary key (vehicle_id, site_day, manoeuvre_number)
);

create table movement_curve (
    vehicle_id   varchar(64) not null,
    site_day     date        not null,
    curve_number int         not null,
    trip_number  int         not null,
    kind         varchar(20) not null,
    began_at     datetime(3) not null,
    speeds_kmh   mediumblob  not null,
    primary key (vehicle_id, site_day, curve_number)
);

create table standstill (
    vehicle_id        varchar(64) not null,
    site_day          date        not null,
    standstill_number int         not null,
    driver_id         varchar(64),
    started_at        datetime(3) not null,
    ended_at          datetime(3) not null,
    latitude_deg      double,
    longitude_deg     double,
    zone_name         varchar(200),
    inferred          boolean     not null,
    primary key (vehicle_id, site_day, standstill_number)
);
