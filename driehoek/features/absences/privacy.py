"""How private each field of this package is; the words are explained in people/privacy.py."""

FIELDS = {
    "Report": {"id": "internal", "token": "internal", "by": "relation", "at": "internal"},
    "Absence": {
        "id": "internal", "student": "identity", "school": "relation", "reason": "secret",
        "starts_on": "content", "ends_on": "content", "from_time": "content", "until_time": "content",
        "subject": "content", "report": "relation", "noted_by": "relation", "told_at": "internal",
        "version": "internal",
    },
    "SourceLine": {
        "id": "internal", "absence": "relation", "school": "none", "source": "none", "key": "identity",
        "stamped_at": "internal",
    },
    "Upload": {
        "id": "internal", "school": "none", "source": "none", "by": "identity", "at": "internal",
        "token": "secret", "is_forgotten": "internal", "agreed_at": "internal",
    },
    "Outcome": {
        "id": "internal", "upload": "internal", "is_refused": "internal", "new": "none", "changed": "none",
        "gone": "none", "stays": "none", "left_out": "none", "unexplained": "none", "faulty": "none",
        "faults": "identity",
    },
    "ColumnChoices": {
        "id": "internal", "school": "none", "choices": "internal", "by": "identity", "at": "internal",
    },
    "OwnWord": {
        "id": "internal", "school": "none", "word": "none", "means": "none", "by": "identity",
        "at": "internal",
    },
    "Withdrawal": {"id": "internal", "absence": "relation", "by": "relation", "at": "internal"},
    "MorningQuestion": {"id": "internal", "absence": "relation", "day": "content", "at": "internal"},
    "MorningAnswer": {
        "id": "internal", "question": "relation", "still_ill": "secret", "by": "relation", "at": "internal",
    },
    "LeaveRequest": {
        "id": "internal", "token": "internal", "student": "identity", "school": "relation",
        "by": "relation", "ground": "content", "starts_on": "content", "ends_on": "content",
        "school_days": "content", "weekdays": "content", "explanation": "secret", "at": "internal",
        "decide_by": "content",
    },
    "LeaveForwarding": {"id": "internal", "request": "relation", "by": "relation", "at": "internal"},
    "LeaveDecision": {
        "id": "internal", "request": "relation", "is_granted": "content", "reason": "secret",
        "by": "relation", "at": "internal", "absence": "relation",
    },
    "LeaveReversal": {
        "id": "internal", "request": "relation", "was_granted": "content", "reason": "secret",
        "by": "relation", "at": "internal",
    },
    "LeaveWithdrawal": {"id": "internal", "request": "relation", "by": "relation", "at": "internal"},
    "LeaveVoice": {"id": "internal", "request": "relation", "attachment": "internal"},
    "DecisionVoice": {"id": "internal", "decision": "internal", "attachment": "internal"},
    "Pickup": {
        "id": "internal", "student": "relation", "school": "relation", "day": "content", "by": "relation",
        "near": "relation", "minutes_late": "content", "at": "internal",
    },
    "SwapRequest": {
        "id": "internal", "token": "internal", "student": "identity", "group": "relation",
        "by": "relation", "home_on": "content", "comes_on": "content", "words": "secret", "at": "internal",
    },
    "SwapDecision": {
        "id": "internal", "request": "relation", "is_granted": "content", "reason": "secret",
        "by": "relation", "at": "internal",
    },
    "SwapReversal": {
        "id": "internal", "request": "relation", "reason": "secret", "by": "relation", "at": "internal",
    },
    "SwapWithdrawal": {"id": "internal", "request": "relation", "by": "relation", "at": "internal"},
    "SwapDay": {
        "id": "internal", "student": "relation", "group": "relation", "day": "content", "comes": "content",
        "ended_at": "internal",
    },
    "SwapTerms": {"id": "internal", "school": "none", "ahead": "none", "per_week": "none"},
    "Export": {
        "id": "internal", "school": "none", "number": "internal", "by": "relation", "at": "internal",
    },
    "ExportLine": {
        "id": "internal", "export": "internal", "absence": "relation", "version": "internal",
    },
    "ListSeen": {"id": "internal", "group": "none", "day": "none", "by": "relation", "at": "internal"},
    "ListAlarm": {"id": "internal", "school": "none", "group": "none", "day": "none", "at": "internal"},
}  # fmt: skip
