/// Every expression in the tables of the draft definitions, one a line;
/// an indented line continues the one before.
let catalogueTables = #"""
    leg_seq = 1 and parent_call_id is null
    answered_at is not null or disposition in ('answered', 'transferred')
    coalesce(answered_at, offered_at + wait_s)
    picked_up and coalesce(answered_by_type, 'handler') <> 'ivr'
    case when by_human then picked_up_at end
    case when by_human and coalesce(answered_by_type, 'handler') = 'handler' then picked_up_at end
    coalesce(abandoned_at, ended_at)
    talk_s + hold_s + wrap_s
    queue
    channel
    hour_of_week(offered_at)
    by_human and direction = 'inbound' and disposition <> 'test'
    is_first
    any(legs l where l.by_human)
    elapsed(offered_at, first(humans h).human_at)
    elapsed(network_connected_at, first(humans h).human_at)
    any(legs l where l.handler_at is not null)
    elapsed(offered_at, first(handlers h).handler_at)
    not answered and last(legs l).disposition = 'abandoned'
    not reached_handler and last(legs l).disposition = 'abandoned'
    last(legs l).gave_up_at
    case when abandoned then elapsed(offered_at, gave_up_when) end
    abandoned and abandon_wait < setting.short_abandon
    hour_start(offered_at)
    count_within(caller_hash, offered_at, setting.repeat_window where channel = '999' and direction =
        'inbound' and disposition <> 'test')
    any(same_caller n where n.root_id <> root_id and n.human_at > gave_up_when and n.human_at <=
        gave_up_when + setting.recontact_window)
    any(same_caller n where n.root_id <> root_id and n.channel = '999' and n.offered_at > gave_up_when and
        n.offered_at <= gave_up_when + setting.recontact_window)
    channel in ('livechat', 'online', 'email', 'social')
    disposition = 'test'
    direction <> 'inbound'
    channel = '999'
    channel = '101'
    disposition in ('ivr_resolved', 'blocked')
    hung_up_short
    caller_hash is null
    channel = 'livechat'
    coalesce(ended_at, first(next s where s.started_at > started_at).started_at)
    hour_of_week(hour)
    started_at
    finished_at
    count(calls c where c.inbound)
    hour_of_week(interval_start)
    coalesce(entered_at, case when not coalesce(superseded, false) then outcome_at end)
    coalesce(case when supplied(outcomes) then last(history o where o.known_at < as_of).outcome_code else
        outcome_code end, '0')
    case when supplied(outcomes) then last(history o where o.known_at < as_of).outcome_at else outcome_at
        end
    coalesce(code.folded, '0')
    coalesce(code.is_outcome, false) and raw_outcome_at < as_of
    case when has_outcome then raw_outcome_at end
    coalesce(assigned_at, cancelled_at)
    outcome = '1' and has_outcome
    coalesce(code.positive, false) and has_outcome
    coalesce(code.victim_not_supporting, false) and has_outcome
    days(recorded_at, assigned_at)
    case when recorded_at >= reported_at then recorded_at - reported_at when recorded_at >= reported_at - 60
        s then 0 s end
    count(events e where e.event_type = 'arrest')
    case when plan_at < allocated_at then 0 s else plan_at - allocated_at end
    any(exhibits d) and not any(exhibits d where d.completed_at is not null)
    victim_ethnicity_self is not null and victim_ethnicity_self not in ('refused', 'not_asked')
    victim_sex is not null and victim_sex not in ('refused', 'not_asked')
    victim_age_band is not null and victim_age_band not in ('refused', 'not_asked')
    offence_group
    area
    team
    is_domestic_abuse
    enhanced_rights
    code.ho_group
    status = 'transferred'
    is_fraud_cma
    status = 'cancelled' or cancelled_at < as_of
    not investigation_required
    victim_type = 'individual'
    has_outcome
    any(events e where e.event_type = 'supervisor_review' and e.event_at > due_at - setting.review_every and
        e.event_at <= due_at)
    inv
    allocated_at
    finished_at
    setting.review_every
    any(events e where e.event_type = 'victim_contact' and e.event_at > due_at -
        coalesce(agreed_update_days, setting.update_every_days) * 1 d and e.event_at <= due_at)
    vic and inv
    coalesce(agreed_update_days, setting.update_every_days) * 1 d
    taken_at - allocated_at
    not any(events e where e.event_type = 'supervisor_review' and e.event_at > taken_at -
        setting.review_every and e.event_at <= taken_at)
    status <> 'open'
    event_type in ('arrest', 'interview', 'release', 'bail_change', 'no_investigation')
    case when crime.enhanced_rights then setting.notify_days_enhanced else setting.notify_days end
    coalesce(first(notices n where n.event_type = 'victim_decision_notice' and n.decision_at =
        event_at).event_at, first(notices n where n.event_type = 'victim_decision_notice' and n.decision_at
        is null and n.event_at >= event_at).event_at)
    add_working_days(date(event_at), allowed_days)
    crime.enhanced_rights
    crime.team
    crime.vic
    event_type = 'arrest'
    crime.offence_group
    event_type = 'supervisor_review'
    count_within(officer_hash, event_at, setting.burst_window)
    any(next n where n.event_at >= event_at and n.event_at <= event_at + setting.burst_window and
        n.ending_here >= setting.burst_size)
    coalesce(log.duplicate_of, incident_id)
    coalesce(cleared_at, log.closed_at)
    case when resource_type <> 'CSI' then arrived_at end
    log.area
    log.initial_grade
    code.category
    coalesce(log.call_received_at, log.created_at)
    coalesce(log.rurality, 'urban')
    coalesce(grade_from, log.initial_grade)
    case when log.initial_grade <= left_grade then received_at else first(steps s where s.grade_to <=
        left_grade and s.changed_at <= changed_at).changed_at end
    held_from + target.within
    grade_to > left_grade
    grade_to < left_grade
    changed_at > due_before
    least(coalesce(call_received_at, created_at), first(copies c).call_received_at)
    coalesce(first(assigned r).assigned_at, first_assigned_at)
    call.caller_hash
    opening.category = 'crime'
    opens_as_crime or any(closing c where c.category = 'crime')
    any(crimes k) or any(links l)
    any(crimes k where k.recorded_at <= closed_at + setting.crime_link_within) or any(links l)
    any(again n where n.inbound and n.offered_at > closed_at and n.offered_at <= closed_at + 7 d)
    call_id is not null and call.call_id is null
    initial_grade
    area
    rurality
    origin
    is_domestic_abuse
    vulnerable_flag
    hour_of_week(received_at)
    opening.category
    team
    status = 'test'
    status = 'duplicate'
    status = 'transferred_out'
    origin in ('officer', 'planned')
    origin in ('999', '101', 'online', 'livechat', 'counter')
    coalesce(first(arrivals r).at_scene_at, first_arrived_at)
    attended or arrived is not null
    case when reopened_at > closed_at then null else closed_at end
    coalesce(arrived, closed_when, as_of)
    case when any(grades g) then coalesce(last(grades g where g.changed_at <= stop_at).grade_to,
        initial_grade) else coalesce(final_grade, initial_grade) end
    coalesce(rurality, 'urban')
    first(grades g where g.changed_at <= stop_at and g.grade_to <= grade_at_stop).changed_at
    case when initial_grade <= grade_at_stop then received_at else coalesce(raised_at, received_at) end
    elapsed(clock_start, arrived)
    clock_start + target.within
    resp <= target.within
    elapsed(received_at, arrived)
    received_at + first_target.within
    elapsed(created_at, arrived) <= 1 s
    stop_at > due_at
    any(events e where e.event_type = 'victim_update' and e.event_at >= due_at - setting.update_before and
        (e.event_at <= due_at + setting.update_after or e.event_at < arrived))
    first(events e where e.event_type = 'rethrive' and e.event_at > due_at and e.event_at <
        stop_at).event_at
    any(grades g where g.lowered and g.changed_at < stop_at)
    any(grades g where g.lowered and g.changed_at < stop_at and g.after_breach)
    any(grades g where g.raised and g.changed_at <= created_at + setting.regrade_within)
    elapsed(created_at, first_assigned)
    elapsed(first_assigned, arrived)
    elapsed(armed_authorised_at, first(armed r where r.resource_type = 'ARV').arrived_at)
    elapsed(csi_requested_at, csi_attended_at)
    grade_at_stop
    not attendance_required
    cancelled_by_caller_at < least(due_at, arrived)
    at_scene_already
    cancelled_by_caller_at < least(first_due_at, arrived)
    is_domestic_abuse and attended_any
    dash_status = 'not_applicable'
    appointment_start is not null
    cancelled_by_caller_at is not null
    taken_at - received_at
    due_at < taken_at
    hour_of_week(taken_at)
    att
    received_at
    least(first_assigned, arrived, closed_when)
    status <> 'open'
    hour_of_week(hour)
    assigned_at
    released_at
    risk
    crime.offence_group
    crime.is_domestic_abuse
    crime.team
    taken_at - named_at
    named_at
    resolved_at
    status <> 'outstanding'
    taken_at - wanted_at
    coalesce(pnc_circulated_at <= taken_at, false)
    coalesce(last_review_at > taken_at - setting.wanted_review, false)
    wanted_at
    cleared_at
    case when pnc_circulated_at < wanted_at then 0 s else pnc_circulated_at - wanted_at end
    days(submitted_at, exam_started_at)
    days(submitted_at, completed_at)
    priority
    device_type
    taken_at - submitted_at
    submitted_at
    exam_started_at
    as_of - 1 ms
    visit_due_on < date(as_of) and coalesce(last_visit_on < visit_due_on, true)
    case when overdue then days(visit_due_on, date(as_of)) end
    risk_level
    team
    management = 'active'
    taken_at - referred_at
    coalesce(last_intel_review_at > taken_at - setting.intel_review, false)
    referred_at
    enforced_at
    as_of - 1 ms
    source
    rule
    """#
