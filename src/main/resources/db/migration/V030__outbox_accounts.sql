-- What drivers answered, by whom a call of the provider was made, and whether the database is the one that sent before.

-- Messages that came in. One row a message, however often the provider brings it. Numbers are E.164 with their plus sign.
create table sms_inbound (
    inbound_id   bigint        not null auto_increment,
    message_id   varchar(64)   not null,
    phone        varchar(32)   not null,
    message_text varchar(1600) not null,
    received_at  datetime(3)   not null,
    primary key (inbound_id),
    unique (message_id)
);

-- The nonce or token id of each signed call that was taken: the same one changes nothing a second time.
create table sms_webhook_seen (
    seen_id varchar(100) not null,
    seen_at datetime(3)  not null,
    primary key (seen_id)
);

create index sms_webhook_seen_by_time on sms_webhook_seen (seen_at);

-- One row. Its marker moves with every claim and is written beside the database as well: a database whose marker is behind
-- that file was restored from a backup and does not know what was sent since.
create table sms_guard (
    guard_id     int         not null,
    database_id  char(26)    not null,
    marker       bigint      not null,
    paused_at    datetime(3),
    pause_reason varchar(40),
    lifted_by    varchar(64),
    lifted_at    datetime(3),
    primary key (guard_id)
);

-- Into how many parts the text is cut: it is delivered when every part is.
alter table sms_outbox add column parts int not null default 1;

-- Since when a person is asked about an unclear message; null when nobody is.
alter table sms_outbox add column asked_at datetime(3);

create index sms_outbox_by_asked on sms_outbox (asked_at);
