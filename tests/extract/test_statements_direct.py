"""Quotations with their reporting words: after, before, between, mixed, signed, and what is no statement."""

import pytest
from spacy.language import Language

from tests.extract.statement_aids import by_rule, said_in


@pytest.mark.parametrize(
    ("text", "speaker", "content"),
    [
        ("“We will rebuild,” Governor Ilya Marenko said on Monday.", "Governor Ilya Marenko", "“We will rebuild,”"),
        ('"The convoy left," said Colonel Ana Petrova, the commander.', "Colonel Ana Petrova", '"The convoy left,"'),
        ("“Where are our sons?” asked Maria Kolesnyk, a teacher.", "Maria Kolesnyk", "“Where are our sons?”"),
        ("''Nobody came to help us,'' she added.", "she", "''Nobody came to help us,''"),
        ("‘We heard the drones,’ one resident recalled.", "one resident", "‘We heard the drones,’"),
        ("“No deal,” Marenko (who came on Sunday) told the council.", "Marenko", "“No deal,”"),
        ("“He is a great man,” Governor Ilya Marenko (D-Md.) said.", "Governor Ilya Marenko", "“He is a great man,”"),
        ("“We ran. It was dark,” said Omar Haddad.", "Omar Haddad", "“We ran. It was dark,”"),
    ],
)  # fmt: skip
def test_reporting_words_after(nlp: Language, text: str, speaker: str, content: str) -> None:
    assert by_rule(nlp, text, "quote:after") == [(speaker, content)]


@pytest.mark.parametrize(
    "text",
    [
        "On the programme “Morning Report,” the minister said that the talks had failed.",
        "The operation, called “Iron Harvest,” began at dawn.",
        "The army took the village of “New Dawn” on Friday.",
        "Known as “the lion,” while others said nothing, Haddad led the march.",
        "The truce was “dead.” The minister said that no talks were planned.",
        "Aid is “the last and only hope” in the towns where officials say people starve.",
        "Coach of the “Your first hundred steps at home” course told nobody.",
    ],
)
def test_no_reporting_words_after(nlp: Language, text: str) -> None:
    assert by_rule(nlp, text, "quote:after") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The minister replied: “There is no plan for talks.”", "The minister"),
        ("Asked about the strike, Petrova said, “We hit a depot.”", "Petrova"),
        ("Speaking in Geneva, the envoy said “Both sides must stop shooting now.”", "the envoy"),
        ("In a statement on Friday, the Foreign Ministry said: “We will answer.”", "the Foreign Ministry"),
        ("Petrova left the hall, saying: “There is nothing to discuss.”", "Petrova"),
        ("Petrova told reporters on Monday:\n“We hold the town.”", "Petrova"),
    ],
)
def test_reporting_words_before(nlp: Language, text: str, speaker: str) -> None:
    [(found, content)] = by_rule(nlp, text, "quote:before")
    assert found == speaker
    assert content.startswith("“")
    assert content.endswith("”")


@pytest.mark.parametrize(
    "text",
    [
        "The minister said the army held the “liberated” town.",
        "He wrote a book and two plays. “War and Peace” was not among them.",
        "The mayor said nothing. The sign read “closed” in three languages.",
    ],
)
def test_no_reporting_words_before(nlp: Language, text: str) -> None:
    assert by_rule(nlp, text, "quote:before") == []


@pytest.mark.parametrize(
    ("text", "second"),
    [
        ("“The front holds,” Petrova said. “We have enough shells.”", "“We have enough shells.”"),
        ("“We lost the hill,” he said, but “we will take it back.”", "“we will take it back.”"),
        ("“He is right,” Petrova said on the programme “Late News.” “He saw it.”", "“He saw it.”"),
    ],
)
def test_second_part_after_the_reporting_words(nlp: Language, text: str, second: str) -> None:
    assert [content for _, content in by_rule(nlp, text, "quote:between")] == [second]
    statements = said_in(nlp, text)
    assert len({(said.speaker, said.cue) for said in statements}) == 1


@pytest.mark.parametrize(
    "text",
    [
        "“The front holds,” Petrova said. The army calls the hill “Point Nine.”",
        "“The front holds,” Petrova said. Nobody believed her. “Lies,” Marenko said.",
        "“The front holds,” Petrova said of the “liberated” town.",
    ],
)
def test_no_second_part(nlp: Language, text: str) -> None:
    assert by_rule(nlp, text, "quote:between") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("In winter “nothing moves on this road,” Petrova said.", "In winter “nothing moves on this road,”"),
        ("Some of the men “ran before the first shot,” he said.", "Some of the men “ran before the first shot,”"),
        ("The truce is over. For us “there is no way back now,” said Haddad.", "For us “there is no way back now,”"),
    ],
)
def test_a_sentence_that_ends_as_a_quotation(nlp: Language, text: str, content: str) -> None:
    assert [found for _, found in by_rule(nlp, text, "quote:mixed")] == [content]


def test_a_quotation_that_is_a_sentence_is_not_mixed(nlp: Language) -> None:
    for text in ("The hall was full. “Nobody moved at all,” he said.", "“Nobody moved at all,” he said."):
        assert by_rule(nlp, text, "quote:mixed") == []


@pytest.mark.parametrize(
    ("text", "content"),
    [
        ("Petrova said the goal was “the return of all prisoners.”", "“the return of all prisoners.”"),
        ("The general called the raid “a crime against our children.”", "“a crime against our children.”"),
        ("Haddad denied that he had “sold the town to the enemy.”", "“sold the town to the enemy.”"),
    ],
)
def test_quoted_words_within_a_reported_clause(nlp: Language, text: str, content: str) -> None:
    assert [found for _, found in by_rule(nlp, text, "quote:part")] == [content]


@pytest.mark.parametrize(
    "text",
    [
        "Petrova said the “liberated” town was empty.",
        "Petrova said that Operation “Iron Harvest” had begun.",
        "The army moved into the “zone of peace and order” on Friday.",
    ],
)
def test_scare_quotes_and_names_are_no_statements(nlp: Language, text: str) -> None:
    assert by_rule(nlp, text, "quote:part") == []


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("His answer was short: “We stay.”", "His"),
        ("The colonel made the following statement: “Nobody has surrendered.”", "The colonel"),
        ("The mayor's message to the troops was clear: “Go home.”", "The mayor's"),
    ],
)
def test_nouns_before_a_colon(nlp: Language, text: str, speaker: str) -> None:
    assert [found for found, _ in by_rule(nlp, text, "quote:noun")] == [speaker]


@pytest.mark.parametrize("text", ["The sign on the gate: “No entry.”", "The reply came from the hills: “thunder.”"])
def test_nouns_that_belong_to_nobody(nlp: Language, text: str) -> None:
    assert by_rule(nlp, text, "quote:noun") == []


@pytest.mark.parametrize(
    "text",
    [
        "“We hold the town.” — Ana Petrova, army commander",
        "“We hold the town.”― Ana Petrova",
        "“We hold the town.”\n— Ana Petrova",
    ],
)
def test_signed_quotations(nlp: Language, text: str) -> None:
    assert [speaker for speaker, _ in by_rule(nlp, text, "quote:signature")] == ["Ana Petrova"]


@pytest.mark.parametrize(
    "text",
    [
        "“Iron Harvest” — the army launched it on Friday.",
        "The hill was called “Point Nine” — Petrova",
        "“We hold the town.”\nAna Petrova left the hall.",
    ],
)
def test_unsigned_quotations(nlp: Language, text: str) -> None:
    assert by_rule(nlp, text, "quote:signature") == []


def test_the_title_of_a_book_is_no_second_part(nlp: Language) -> None:
    text = "“The war is lost,” said Elena Sorn, whose book, “Inside the Army,” was published this year."
    assert [said.content for said in said_in(nlp, text)] == ["“The war is lost,”"]


def test_a_hyphen_does_not_cut_a_name(nlp: Language) -> None:
    assert [said.speaker for said in said_in(nlp, "Jean-Pierre Moreau said the war was lost.")] == [
        "Jean-Pierre Moreau"
    ]
