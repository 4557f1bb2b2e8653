"""Which words of the standards mean which function, kind of group or relation here.

Sources: OneRoster 1.1 and 1.2 role and class-type vocabularies (1EdTech; 1.2 lets a file add words with
"ext:"), SDS 2.1 default list of values (Microsoft), EDEXLeerkrachtRolType of EDEXML 2.1 (Edustandaard).
Words that are not here give nobody a place: an unknown role opens nothing.
"""

STUDENT = {"student"}
GUARDIAN = {"guardian", "parent", "relative", "contact", "doctor"}  # people around a child, not at work

IN_CLASS = {"teacher", "mentor", "career_coach", "care_worker"}  # functions that go with a group
WHOLE_SCHOOL = ("head", "office", "key_user")
STAFF = {
    # OneRoster and SDS
    "teacher": "teacher",
    "professor": "teacher",
    "lecturer": "teacher",
    "instructor": "teacher",
    "faculty": "teacher",
    "substitute": "teacher",
    "advisor": "mentor",
    "counselor": "career_coach",
    "principal": "head",
    "officestaff": "office",
    "siteadministrator": "office",
    "administrator": "office",
    "aide": "care_worker",
    # our own words, as OneRoster 1.2 allows
    "ext:mentor": "mentor",
    "ext:careercoach": "career_coach",
    "ext:careworker": "care_worker",
    "ext:office": "office",
    "ext:keyuser": "key_user",
    "mentor": "mentor",
    "head": "head",
    "office": "office",
    "care_worker": "care_worker",
    "career_coach": "career_coach",
    # EDEXML
    "lrk": "teacher",
    "dir": "head",
    "adm": "office",
    # a school's own sheet
    "leerkracht": "teacher",
    "leraar": "teacher",
    "docent": "teacher",
    "groepsleerkracht": "teacher",
    "loopbaancoach": "career_coach",
    "loopbaanbegeleider": "career_coach",
    "pedagogisch medewerker": "care_worker",
    "directeur": "head",
    "administratie": "office",
    "helpt met driehoek": "key_user",
}
GROUPS = {
    "homeroom": "class",
    "scheduled": "teaching",
    "ext:care": "care",
    "ext:child": "child",
    "ext:council": "council",
    "ext:club": "club",
    "klas": "class",
    "stamgroep": "class",
    "lesgroep": "teaching",
    "opvang": "care",
    "bso": "care",
    "kindgroep": "child",
    "raad": "council",
    "club": "club",
}
RELATIONS = {
    "parent": "parent",
    "guardian": "parent",
    "relative": "delegate",
    "contact": "",
    "doctor": "",
    "fosterparent": "foster",
    "foster": "foster",
    "ext:foster": "foster",
    "ouder": "parent",
    "vader": "parent",
    "moeder": "parent",
    "verzorger": "parent",
    "voogd": "parent",
    "pleegouder": "foster",
    "oma": "delegate",
    "opa": "delegate",
    "stiefouder": "delegate",
}
