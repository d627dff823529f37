"""The names of the graph: prefixes, and every term of `ontology/conflict.ttl` by kind.

The Turtle is the source; a test holds this module to it in both directions. Names are plain strings here, so that
nothing is read and no RDF library is imported; `kg.rdf.namespaces` has them as rdflib terms.
"""

PREFIXES: dict[str, str] = {
    "ckg": "https://w3id.org/conflict-kg/ontology#",
    "id": "https://w3id.org/conflict-kg/id/",
    "dct": "http://purl.org/dc/terms/",
    "foaf": "http://xmlns.com/foaf/0.1/",
    "geo": "http://www.opengis.net/ont/geosparql#",
    "oa": "http://www.w3.org/ns/oa#",
    "org": "http://www.w3.org/ns/org#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "prov": "http://www.w3.org/ns/prov#",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "schema": "https://schema.org/",
    "sem": "http://semanticweb.cs.vu.nl/2009/11/sem/",
    "skos": "http://www.w3.org/2004/02/skos/core#",
    "time": "http://www.w3.org/2006/time#",
    "xsd": "http://www.w3.org/2001/XMLSchema#",
}
"""Prefixes that queries and exported files use."""

EVENT_GROUPS: dict[str, tuple[str, ...]] = {
    "DiplomaticEvent": (
        *("Talks", "Consultation", "Visit", "Mediation", "Agreement", "Ceasefire", "Support", "Demand", "Ultimatum"),
        *("Threat", "Rejection", "Accusation", "Sanction", "DiplomaticBreak"),
    ),
    "HostileEvent": (
        *("Attack", "Airstrike", "MissileStrike", "DroneStrike", "Shelling", "Bombing", "SuicideBombing", "Shooting"),
        *("Raid", "Ambush", "Assassination", "ChemicalAttack", "Clash", "Invasion", "Siege", "SexualViolence"),
        *("Destruction", "Cyberattack"),
    ),
    "MilitaryEvent": (
        *("TerritorialCapture", "Withdrawal", "Deployment", "Mobilization", "MilitaryExercise", "Interception"),
        *("WeaponTest", "MilitaryAid"),
    ),
    "HumanitarianEvent": (
        *("Killing", "Injury", "Abduction", "PrisonerExchange", "Release", "HumanitarianAid", "Evacuation"),
        "Displacement",
    ),
    "LegalEvent": ("Arrest", "Trial", "Sentence", "Investigation", "Protest", "Riot"),
    "PoliticalEvent": ("Election", "Coup", "Appointment", "Departure"),
}
"""The event classes by group; no event has a group itself as its class."""

EVENT_CLASSES: tuple[str, ...] = tuple(name for group in EVENT_GROUPS.values() for name in group)
"""What an event of a record or of the graph may be."""

ORGANIZATION_CLASSES: tuple[str, ...] = (
    *("Government", "GovernmentBody", "Court", "Military", "MilitaryUnit", "ArmedGroup", "PoliticalParty"),
    *("IntergovernmentalOrganization", "NonGovernmentalOrganization", "MediaOutlet", "Company"),
    *("ReligiousOrganization", "University"),
)
"""Kinds of organizations; a country is one too, but first of all a place."""

ENTITY_CLASSES: dict[str, str] = {
    "Person": "foaf:Person",
    "Organization": "org:Organization",
    "Place": "geo:Feature",
    **{name: f"ckg:{name}" for name in (*ORGANIZATION_CLASSES, "Country", "Facility", "Group", "Weapon")},
}
"""Classes of entities as records name them, each with its name in the graph."""

ROLE_CATEGORIES: tuple[str, ...] = (
    *("HeadOfState", "HeadOfGovernment", "Monarch", "Minister", "DeputyMinister", "Ambassador", "Envoy"),
    *("Spokesperson", "MilitaryCommander", "MilitaryOfficer", "Legislator", "PartyLeader", "Governor", "Mayor"),
    *("Judge", "Head", "Deputy", "Chair", "Member", "Founder", "Executive", "Official", "Advisor", "Analyst"),
    *("Journalist", "Activist", "Negotiator", "ReligiousLeader", "RebelLeader", "PoliceOfficer", "Doctor", "Academic"),
    "Candidate",
)
"""Kinds of posts (individuals of RoleCategory)."""

VALUES: dict[str, tuple[str, ...]] = {
    "Status": ("current", "former", "acting", "incoming", "unknown"),
    "Modality": ("actual", "planned", "proposed", "demanded", "threatened", "hypothetical"),
    "Polarity": ("positive", "negative"),
    "CountKind": ("killed", "injured", "captured", "displaced", "missing", "exchanged", "other"),
    "CountedGroup": (
        *("civilians", "combatants", "police", "children", "women", "aidWorkers", "healthWorkers", "journalists"),
    ),
    "SiteRelation": (
        *("near", "outskirts", "northOf", "southOf", "eastOf", "westOf"),
        *("northeastOf", "northwestOf", "southeastOf", "southwestOf", "between", "offshore", "border"),
    ),
    "Precision": ("point", "city", "district", "region", "country"),
}
"""What facts choose from: the individuals of each class of values."""

PARTY_PROPERTIES: tuple[str, ...] = (
    *("actor", "target", "victim", "participant", "mediator", "beneficiary", "instrument", "object"),
)
"""How a party takes part in an event; all are subproperties of sem:hasActor."""

STRUCTURAL_CLASSES: tuple[str, ...] = (
    *("Report", "EventReport", "RoleReport", "Statement", "CountClaim", "UnnamedParticipant"),
    *("Site", "Containment", "TemporalExpression"),
    *(
        "Mention",
        "Happening",
        "Incident",
        "Name",
        "CopyGroup",
        "Tenure",
        "Toll",
        "Contradiction",
        "Merge",
        "Match",
        "OpenMatch",
        "Event",
        "RoleCategory",
    ),
)
"""What reports, evidence and joins are made of."""

PROPERTIES: tuple[str, ...] = (
    *PARTY_PROPERTIES,
    *("evidence", "sentence", "confidence", "rule", "checked", "refersTo", "sha256"),
    *("title", "status", "since", "until", "endedBefore"),
    *("modality", "polarity", "date", "dateExpression", "earliest", "latest", "incident", "opens", "closes"),
    *("count", "kind", "minimum", "maximum", "counted", "partial", "timexType", "timexValue"),
    *("site", "siteOf", "siteRelation", "containedPart", "containingWhole"),
    *("speaker", "content", "cue", "direct", "precision"),
    *(
        "tollOf",
        "low",
        "best",
        "high",
        "lowClaim",
        "bestClaim",
        "highClaim",
        "claim",
        "claimByAttacker",
        "claimByAttacked",
    ),
    *("tenureOf", "firstHeld", "lastHeld", "begin", "end", "reportCount", "concerns", "contradicts", "matter"),
    *(
        "reportedIn",
        "independentSources",
        "origin",
        "circular",
        "copy",
        "nameOf",
        "articleCount",
        "of",
        "into",
        "score",
        "reason",
        "candidate",
    ),
)
"""Every property of the namespace ckg."""

TERMS: frozenset[str] = frozenset(
    [
        *(STRUCTURAL_CLASSES + EVENT_CLASSES + ROLE_CATEGORIES + PROPERTIES),
        *EVENT_GROUPS,
        *(iri.removeprefix("ckg:") for iri in ENTITY_CLASSES.values() if iri.startswith("ckg:")),
        *VALUES,
        *(value for values in VALUES.values() for value in values),
    ]
)
"""Every term of the namespace ckg."""
