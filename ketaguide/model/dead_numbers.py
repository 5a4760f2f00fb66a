"""Disused, misprinted or reassigned numbers that still appear in copied lists."""

DEAD = {
    "08457909090": "Samaritans are on 116 123",
    "07786209697": "Papyrus takes texts on 88247",
    "07860039967": "Papyrus takes texts on 88247",
    "08080684141": "a misprint: Papyrus is on 0800 068 4141",
    "07984967708": "no longer SANEline's; SANEline is on 0300 304 7000",
    "03003300630": "Switchboard is on 0800 0119 100",
    "0800137737": "a misprint: C.A.L.L. is on 0800 132 737",
    "08006895652": "not confirmed, and in one list shown for CALM, who are on 0800 58 58 58",
    "03001021234": "not confirmed: Mind's lines are not open day and night",
}
"""Number without spaces → its correction."""
