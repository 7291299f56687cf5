-- Sites, vehicles, drivers, log-ins, zones, and the fixes as providers gave them.
-- The same script runs on H2 (MySQL mode), MySQL and MariaDB. Instants are UTC in datetime(3); a site_day is a day in the
-- site's time zone. No foreign keys: facts are replaced by the day, and a provider may know a vehicle before we do.

create table site (
    site_id    varchar(64)  not null,
    name       varchar(200) not null,
    time_zone  varchar(64)  not null,
    country    char(2)      not null,
    primary key (site_id)
);

create table vehicle (
    vehicle_id    varchar(64)  not null,
    site_id       varchar(64)  not null,
    name          varchar(200) not null,
    vehicle_class varchar(20)  not null,
    primary key (vehicle_id)
);

create table driver (
    driver_id varchar(64)  not null,
    site_id   varchar(64)  not null,
    name      varchar(200) not null,
    phone     varchar(32),
    language  varchar(8)   not null,
    primary key (driver_id)
);

create index driver_by_site on driver (site_id);

create table badge (
    vehicle_id varchar(64) not null,
    badged_at  datetime(3) not null,
    driver_id  varchar(64) not null,
    primary key (vehicle_id, badged_at)
);

create table zone (
    zone_id  varchar(64)  not null,
    site_id  varchar(64)  not null,
    name     varchar(200) not null,
    kind     varchar(32)  not null,
    geo_json longtext     not null,
    priority int          not null,
    primary key (zone_id)
);

-- One row a vehicle and site day; the format of fixes is that of the class TraceCodec.
create table trace_day (
    vehicle_id varchar(64) not null,
    site_day   date        not null,
    revision   int         not null,
    fix_count  int         not null,
    first_at   datetime(3),
    last_at    datetime(3),
    fixes      longblob,
    primary key (vehicle_id, site_day)
);

create table fetched_day (
    vehicle_id varchar(64) not null,
    site_day   date        not null,
    fetched_at datetime(3) not null,
    primary key (vehicle_id, site_day)
);
