insert into push_refusal (source, code, subject, detail, times, first_at, last_at)
values (:#source, :#code, :#subject, :#detail, :#times, :#at, :#at)
on duplicate key update times = times + values(times), detail = values(detail), last_at = values(last_at)
