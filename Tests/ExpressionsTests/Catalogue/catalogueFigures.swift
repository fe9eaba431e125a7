/// Every expression in the figures of the draft definitions, one a line;
/// an indented line continues the one before.
let catalogueFigures = #"""
    att_timed and grade_at_stop = '1'
    in_target
    due_at
    att_first and initial_grade = '1'
    first_resp <= first_target.within
    first_due_at
    resp
    att_timed and grade_at_stop = '2'
    att_timed and grade_at_stop = '3'
    appointments
    arrived between appointment_start - setting.appointment_grace and appointment_end +
        setting.appointment_grace
    appointment_end + setting.appointment_grace
    att_timed and is_domestic_abuse
    att_timed and not is_domestic_abuse
    att and late
    told
    due_at + setting.update_after
    rechecked_at is not null
    att and late and rechecked_at is not null
    rechecked_at - due_at
    att
    downgraded
    downgraded_late
    inc
    upgraded_soon
    created_at + setting.regrade_within
    att_timed
    to_assign
    to_arrive
    past_target
    age
    coalesce(delay_reason = 'no_resource', false)
    resolved_without_deployment
    inc and resolved_without_deployment and caller is not null
    recontacted
    closed_at + 7 d
    att and status = 'closed'
    not attended_any
    inc and csi_requested_at is not null
    csi_delay
    csi_delay <= setting.csi_within
    csi_requested_at + setting.csi_within
    inc and armed_deployment
    armed_arrival
    da_assessable
    dash_status = 'completed'
    dash_status = 'declined'
    da_seen
    bwv_used
    committed
    att and attended_any
    arrived is null
    calls_999 and answered
    wait < 10 s
    network_wait < 10 s
    lasting_999 and (answered or abandoned)
    answered and wait < 10 s
    wait
    lasting_999
    abandoned
    offered_999
    lasting_101
    lost
    offered_101
    calls_101 and answered
    calls_101 and reached_handler
    handler_wait
    wait > setting.long_101
    calls_101 and (answered or (abandoned and abandon_wait > setting.answer_101))
    answered and wait <= setting.answer_101
    calls_101 and (answered or abandoned)
    known_999
    recent_999 >= setting.repeat_calls
    known_999 and recent_999 >= setting.repeat_calls
    known_101 and abandoned
    answered_again
    gave_up_when + setting.recontact_window
    rang_999_after
    handled and answered_by_type = 'triage'
    triage_outcome in ('advice', 'signposted', 'partner', 'self_serve')
    callback_due_at is not null
    callback_made_at <= callback_due_at
    callback_due_at
    handled
    handling
    talk_s
    wrap_s
    state in ('available', 'handling', 'wrap')
    case when state in ('handling', 'wrap') then worked else 0 s end
    worked
    chats and answered
    chats
    inbound
    non_voice
    interval_start + 1 h
    abs(offered - forecast)
    offered
    forecast - offered
    public
    thrive_recorded_at is not null
    public and thrive_recorded_at is not null
    case when first_assigned is not null then thrive_recorded_at <= first_assigned else thrive_recorded_at
        <= created_at + setting.thrive_grace end
    inc
    vulnerability_assessed is not null
    inc and vulnerability_assessed
    vulnerable_flag
    inc and opening.has_victim
    repeat_check_done
    inc and opens_as_crime
    advice_prevention or advice_preservation
    inv
    plan_at is not null
    plan_delay <= setting.plan_within
    allocated_at + setting.plan_within
    reviewed
    due_at
    age > setting.review_every and unreviewed
    age > setting.review_every
    unreviewed
    finished_inv
    date(closing_review_at) <= date(assigned_at) + 1
    finished_inv and outcome in ('14', '15', '16', '18')
    lines_of_enquiry_complete
    finished and outcome = '18'
    elapsed(recorded_at, assigned_at) <= setting.fast_close
    inv and required_skill is not null and allocated_skill is not null
    allocated_skill >= required_skill
    contacted
    victim_decisions
    working_days(event_at, told_at) <= allowed_days
    due_on
    vic
    ack_at is not null or coalesce(ack_exempt, false)
    needs_assessed_at is not null
    vic and referral_consent
    working_days(reported_at, referral_at) <= setting.referral_days
    add_working_days(date(reported_at), setting.referral_days)
    finished and victim_out
    coalesce(withdrawal_record_type <> 'none', false) and withdrawal_reason is not null and
        coalesce(date(withdrawal_at) <= date(assigned_at), false)
    finished and outcome = '16'
    evidence_led_considered and evidence_led_rationale_present
    finished and victim_type = 'individual' and outcome in ('2', '3', '6', '7', '8', '22')
    oocd_victim_view <> 'not_recorded'
    counted
    charged
    not has_outcome
    finished
    finished and charged
    positive
    positive or (outcome = '22' and has_outcome)
    victim_out
    outcome = '16'
    outcome = '18' and has_outcome
    outcome = '18'
    outcome = '15'
    days_taken
    recorded_at
    assigned_at
    age
    code.ho_group
    da
    arrests
    arrests >= 1
    finished and is_domestic_abuse
    order_considered
    physical
    rejected
    rule in ('DQ08', 'DQ10', 'DQ11', 'DQ13', 'DQ18')
    duplicates
    call_id is not null
    bad_call_link
    incident_id is not null
    log.incident_id is null
    rule = 'DQ24'
    arrived is not null
    second(arrived) = 0 and minute(arrived) in (0, 15, 30, 45)
    entered_at is not null
    entered_at - received_at > setting.late_entry
    in_burst
    inbound
    caller_hash is null
    rule = 'DQ06'
    counted
    record_delay <= setting.record_within
    record_delay
    inc and status = 'closed' and crime_coded
    not linked_in_time and not coalesce(no_crime_rationale, false)
    closed_at + setting.crime_link_within
    inc and opening.category = 'asb'
    has_crime
    vic
    ethnicity_given
    sex_given
    age_given
    coalesce(victim_ethnicity_self, 'not recorded')
    ours and cancelled_at is not null
    ours
    cancel_fcr_approved
    age
    circulated
    circulation
    circulation <= setting.circulate_within
    wanted_at + setting.circulate_within
    reviewed
    exam_started_at is not null
    days_to_start
    completed_at is not null
    days_to_finish
    submitted_at
    exam_started_at
    completed_at
    priority = 'urgent' and target_due_at is not null
    completed_at <= target_due_at
    target_due_at
    df_waiting
    active and overdue
    active
    overdue
    days_overdue
    arms_review_due >= date(as_of)
    days(last_supervisor_review_on, date(as_of)) <= setting.rso_review_days
    fresh
    """#
