-- What vehicles did, as the rules see it: replaced by vehicle and day by the process driving-kpis. For reports and other
-- tools; what each column means is in src/docs/kpi-tables.md.

-- One row a vehicle and day.
create table kpi_day (
    vehicle_id        varchar(64) not null,
    site_day          date        not null,
    coverage          double      not null,
    shown             boolean     not null,
    track_h           double      not null,
    idle_2019_h       double      not null,
    cycles_2019       int         not null,
    moving_s          double      not null,
    idle_s            double      not null,
    wait_s            double      not null,
    service_s         double      not null,
    break_s           double      not null,
    traffic_s         double      not null,
    off_s             double      not null,
    standstill_s      double      not null,
    short_stop_s      double      not null,
    distance_km       double      not null,
    cycles_complete   int         not null,
    cycles_incomplete int         not null,
    pass_throughs     int         not null,
    loaded_km         double      not null,
    empty_km          double      not null,
    rulebook          varchar(80) not null,
    primary key (vehicle_id, site_day)
);

create table kpi_idle_class (
    vehicle_id varchar(64) not null,
    site_day   date        not null,
    idle_class varchar(40) not null,
    stood_s    double      not null,
    primary key (vehicle_id, site_day, idle_class)
);

create table kpi_incomplete (
    vehicle_id varchar(64) not null,
    site_day   date        not null,
    reason     varchar(40) not null,
    cycles     int         not null,
    primary key (vehicle_id, site_day, reason)
);

create table cycle (
    vehicle_id     varchar(64)  not null,
    site_day       date         not null,
    cycle_number   int          not null,
    driver_id      varchar(64),
    shift_name     varchar(200),
    started_at     datetime(3)  not null,
    ended_at       datetime(3)  not null,
    load_zone      varchar(200) not null,
    unload_zone    varchar(200),
    complete       boolean      not null,
    reason         varchar(40),
    flags          varchar(400) not null,
    measured       boolean      not null,
    load_s         double       not null,
    haul_s         double       not null,
    unload_s       double       not null,
    return_s       double       not null,
    break_s        double       not null,
    queue_load_s   double       not null,
    queue_unload_s double       not null,
    distance_km    double       not null,
    loaded_km      double       not null,
    empty_km       double       not null,
    primary key (vehicle_id, site_day, cycle_number)
);

create table judged_standstill (
    vehicle_id    varchar(64)  not null,
    site_day      date         not null,
    ordinal       int          not null,
    driver_id     varchar(64),
    shift_name    varchar(200),
    started_at    datetime(3)  not null,
    ended_at      datetime(3)  not null,
    latitude_deg  double,
    longitude_deg double,
    zone_name     varchar(200),
    zone_type     varchar(32),
    inferred      boolean      not null,
    idle_class    varchar(40)  not null,
    counts_as     varchar(20)  not null,
    rule_name     varchar(200) not null,
    primary key (vehicle_id, site_day, ordinal)
);

create table judged_visit (
    vehicle_id        varchar(64)  not null,
    site_day          date         not null,
    ordinal           int          not null,
    driver_id         varchar(64),
    zone_name         varchar(200) not null,
    zone_type         varchar(32)  not null,
    entered_at        datetime(3)  not null,
    left_at           datetime(3)  not null,
    entry_censored    boolean      not null,
    exit_censored     boolean      not null,
    split             boolean      not null,
    longest_stand_s   double,
    stand_s           double,
    gap_s             double,
    distance_km       double,
    odometer_enter_km double,
    odometer_exit_km  double,
    samples           int          not null,
    mean_speed_kmh    double,
    sd_speed_kmh      double,
    kind              varchar(20)  not null,
    rule_name         varchar(200) not null,
    primary key (vehicle_id, site_day, ordinal)
);
