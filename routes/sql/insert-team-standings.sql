insert into team_standing (contest_id, iso_week, team_id, ordinal, name, place, score, ranked_members, members)
values (:#contestId, :#week, :#teamId, :#ordinal, :#name, :#place, :#score, :#rankedMembers, :#members)
