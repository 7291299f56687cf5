-- What vehicles would have done by a change of the rules that touches idling, zones, cycles or the figures of their days.

create table backtest_kpi (
    change_id    varchar(26) not null,
    site_id      varchar(64) not null,
    iso_week     char(8)     not null,
    figure       varchar(20) not null,
    value_before double      not null,
    value_after  double      not null,
    primary key (change_id, site_id, iso_week, figure)
);
