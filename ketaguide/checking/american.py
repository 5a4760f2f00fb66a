"""American spellings and words, with the British ones."""

AMERICAN = {
    "anesthesia": "anaesthesia", "anesthetic": "anaesthetic", "anesthetist": "anaesthetist", "behavior": "behaviour",
    "behavioral": "behavioural", "canceled": "cancelled", "center": "centre", "centers": "centres", "color": "colour",
    "colors": "colours", "counseling": "counselling", "counselor": "counsellor", "defense": "defence",
    "diarrhea": "diarrhoea", "enrollment": "enrolment", "estrogen": "oestrogen", "favor": "favour", "favorite": "favourite",
    "fetus": "foetus", "fiber": "fibre", "fulfill": "fulfil", "gray": "grey", "hemorrhage": "haemorrhage",
    "honor": "honour", "judgment": "judgement", "labeled": "labelled", "labor": "labour", "leukemia": "leukaemia",
    "license": "licence", "liter": "litre", "meter": "metre", "mom": "mum", "neighbor": "neighbour", "odor": "odour",
    "offense": "offence", "pediatric": "paediatric", "rumor": "rumour", "signaling": "signalling", "skeptical": "sceptical",
    "theater": "theatre", "traveled": "travelled", "traveling": "travelling", "tumor": "tumour", "vapor": "vapour",
    "aluminum": "aluminium", "acetaminophen": "paracetamol", "epinephrine": "adrenaline", "emergency room": "A&E",
    "primary care physician": "GP", "drugstore": "pharmacy", "co-pay": "cost",
}  # fmt: skip
