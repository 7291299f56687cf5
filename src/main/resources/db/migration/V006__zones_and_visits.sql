-- What zones need besides their outline, and what vehicles did in them.

alter table zone add column radius_m double;
alter table zone add column min_dwell_s double;

-- Material of one zone may be unloaded in the other; a load zone without a row may be unloaded everywhere.
create table zone_pair (
    site_id     varchar(64)  not null,
    load_zone   varchar(200) not null,
    unload_zone varchar(200) not null,
    primary key (site_id, load_zone, unload_zone)
);

-- In the site's time, as 06:00; a shift that ends before it begins lasts over midnight.
create table shift (
    site_id    varchar(64)  not null,
    name       varchar(200) not null,
    from_time  char(5)      not null,
    to_time    char(5)      not null,
    primary key (site_id, name)
);

create table zone_visit (
    vehicle_id       varchar(64)  not null,
    site_day         date         not null,
    visit_number     int          not null,
    zone_name        varchar(200) not null,
    zone_type        varchar(32)  not null,
    driver_id        varchar(64),
    entered_at       datetime(3)  not null,
    left_at          datetime(3)  not null,
    entry_censored   boolean      not null,
    exit_censored    boolean      not null,
    split            boolean      not null,
    longest_stand_s  double,
    stand_s          double,
    gap_s            double,
    distance_km      double,
    odometer_enter_km double,
    odometer_exit_km double,
    samples          int          not null,
    mean_speed_kmh   double,
    sd_speed_kmh     double,
    primary key (vehicle_id, site_day, visit_number)
);

create table gradient (
    vehicle_id      varchar(64) not null,
    site_day        date        not null,
    gradient_number int         not null,
    trip_number     int         not null,
    kind            varchar(20) not null,
    middle_at       datetime(3) not null,
    samples         int         not null,
    min_speed_kmh   double,
    max_speed_kmh   double,
    sd_speed_kmh    double,
    primary key (vehicle_id, site_day, gradient_number)
);
