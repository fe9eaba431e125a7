/// Every expression in the quality rules of the draft definitions, one a line;
/// an indented line continues the one before.
let catalogueRules = #"""
    answered_at >= offered_at - 2 s
    answered_at >= offered_at
    abandoned_at >= offered_at
    ended_at >= answered_at
    offered_at - network_connected_at between 0 s and 120 s
    disposition <> 'answered' or answered_at is not null or wait_s is not null
    answered_at is null or abandoned_at is null
    wait <= case when channel = '999' then 7200 s else 14400 s end
    created_at >= call_received_at - 60 s
    first_assigned >= created_at - 60 s
    mobile_at >= assigned_at and arrived_at >= assigned_at and cleared_at >= arrived_at
    closed_at >= arrived
    not at_scene_already
    not (grade_at_stop = '1' and resp > 24 h) and not (grade_at_stop = '2' and resp > 7 d)
    not (attended and arrived is null) and not (attended = false and arrived is not null)
    duplicate_of is null or (duplicate_of <> incident_id and parent.incident_id is not null)
    grade_from = last(steps s where s.changed_at < changed_at).grade_to
    final_grade = last(grades g).grade_to
    appointment_end > appointment_start and appointment_end - appointment_start <= 48 h
    recorded_at >= reported_at - 60 s
    status <> 'closed' or (outcome_code is not null and outcome_code <> '0')
    status <> 'open' or outcome_code is null or outcome_code = '0'
    outcome_at >= recorded_at
    raw_code not in ('1A', '2A', '3A')
    plan_at >= allocated_at - 1 d
    event_at >= crime.allocated_at and event_at < as_of
    not victim_out or date(withdrawal_at) <= date(assigned_at)
    not bad_call_link
    incident_id is null or log.incident_id is not null
    exam_started_at >= submitted_at and completed_at >= exam_started_at
    last_visit_on <= date(as_of)
    pnc_circulated_at >= wanted_at - 1 d
    """#
