select decision, revision, reason, decided_by, decided_at
from review_decision
where contest_id = :#contestId
  and iso_week = :#week
  and decision in ('approve', 'score-again', 'cancel')
order by decision_id desc
