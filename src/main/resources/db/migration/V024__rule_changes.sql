-- Who changed the rules, when and why, and which version is in force from which week. Versions themselves are rows of
-- rulebook_version and rulebook_file, which are never changed.

create table rule_change (
    change_id    varchar(26)   not null,
    origin       varchar(20)   not null,
    state        varchar(20)   not null,
    base_version varchar(80)   not null,
    version      varchar(80)   not null,
    why          varchar(1000) not null,
    author       varchar(64)   not null,
    proposed_at  datetime(3)   not null,
    from_week    char(8),
    decided_by   varchar(64),
    decided_at   datetime(3),
    reason       varchar(1000),
    primary key (change_id)
);

create index rule_change_by_version on rule_change (version);

-- Append only, but for revoked_at: a change that is withdrawn before its week leaves its line.
create table rule_activation (
    activation_id bigint        not null auto_increment,
    version       varchar(80)   not null,
    from_week     char(8)       not null,
    activated_at  datetime(3)   not null,
    activated_by  varchar(64)   not null,
    change_id     varchar(26),
    why           varchar(1000) not null,
    revoked_at    datetime(3),
    primary key (activation_id)
);

create index rule_activation_by_week on rule_activation (from_week);
