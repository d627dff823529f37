"""Which of a thing's other names speak for it in another article too.

Within an article "the Post", "Clinton" or "the army" stand for what was named before. Elsewhere they stand for
something else, so that a shortened name says no more than a bare family name does.
"""

from kg.resolve.names.known import name_key
from kg.resolve.names.model import NameForms
from kg.resolve.names.organization_names import OF_A_STATE, organization_name
from kg.resolve.names.person_names import person_name


def speaks(forms: NameForms, alias: str) -> bool:
    """Say whether `alias` tells elsewhere who or what `forms` is, as its chief name does.

    >>> speaks(NameForms("person", "Person", "Ahmed al-Sharaa"), "Abu Mohammed al-Julani")
    True
    >>> speaks(NameForms("person", "Person", "George W. Bush"), "George Bush")
    False
    """
    if alias == forms.name:
        return True
    if forms.kind == "place" or forms.type in OF_A_STATE:
        return False
    if forms.kind == "person":
        words = set(person_name(alias).full)
        return len(words) > 1 and not words <= set(person_name(forms.name).full)
    name = organization_name(alias, forms.type, forms.country)
    return (
        name.acronym is None
        and len(name.core) > 1
        and not set(name_key(alias).split()) <= set(name_key(forms.name).split())
    )
