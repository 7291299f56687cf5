insert into contest (contest_id, site_id, name, method, first_day, last_day, live_from, score_source, score_strategy,
    score_entrants)
values (:#contestId, :#siteId, :#name, :#method, :#firstDay, :#lastDay, :#liveFrom, :#source, :#strategy, :#entrants)
on duplicate key update site_id = values(site_id), name = values(name), method = values(method),
    first_day = values(first_day), last_day = values(last_day), live_from = values(live_from),
    score_source = values(score_source), score_strategy = values(score_strategy),
    score_entrants = values(score_entrants)
