"""Whether an event has happened, is planned, proposed, demanded, threatened or only thought of, or is denied."""

from kg.extract.events.clauses import clause_status, is_claim
from kg.extract.events.nominals import noun_status, predicate_status
from kg.extract.events.site import NOMINAL, Site
from kg.extract.events.status import Status
from kg.extract.events.tree import Tree
from kg.extract.events.triggers import Hit

_NEAR = 4
_HOSTILE = frozenset(
    "Sanction DiplomaticBreak Withdrawal Siege Attack Airstrike Shelling Invasion Raid Protest Deployment Destruction "
    "TerritorialCapture Killing".split()
)


def status_of(site: Site) -> Status:
    """Return how the text presents the event at `site`."""
    if site.verbal:
        return clause_status(site.tree, site.i)
    if site.tree.pos[site.i] == "ADJ" and site.tree.deps[site.i] not in NOMINAL:
        return predicate_status(site.tree, site.i)
    return noun_status(site.tree, site.i)


def refuses(tree: Tree, head: int, refusals: frozenset[int]) -> bool:
    """Say whether the event at `head` is what one of the `refusals` above it refuses: "refused to send troops"."""
    for node in tree.climb(head, _NEAR):
        if node in refusals:
            return True
        if tree.deps[node] in ("relcl", "conj", "advcl") or is_claim(tree, node):
            return False
    return False


def is_conditional_threat(tree: Tree, hit: Hit, status: Status) -> bool:
    """Say whether a hostile act is announced for the case that another does not yield: "will withdraw unless"."""
    if hit.event not in _HOSTILE or status.modality not in ("planned", "hypothetical") or not hit.site.subjects:
        return False
    support = hit.site.support
    verb = hit.head if hit.site.verbal else support.verb if support is not None else -1
    if verb < 0 or tree.below(verb, "mark") or any(tree.lemmas[aux] == "have" for aux in tree.below(verb, "aux")):
        return False
    marks = (mark for clause in tree.below(verb, "advcl") for mark in tree.below(clause, "mark"))
    return any(tree.words[mark] in ("unless", "if") for mark in marks)
