import pytest

from kg.errors import RecordError
from kg.evaluation.pointers import locate, occurrences

TEXT = "Velk met the envoy. “No,” Velk said. “We stay, and Velkan goes.” She left."


def words(pointer: str) -> list[str]:
    return [TEXT[span.start : span.end] for span in occurrences(TEXT, pointer)]


def test_plain_words_are_found_wherever_they_stand_as_whole_words() -> None:
    assert [span.start for span in occurrences(TEXT, "Velk")] == [0, 26]


def test_a_number_names_one_occurrence() -> None:
    assert locate(TEXT, "Velk#2").start == 26


def test_brackets_mark_the_words_inside_a_passage() -> None:
    assert locate(TEXT, "[Velk] said").start == 26
    assert words("goes.” [She] left") == ["She"]


def test_an_ellipsis_spans_from_the_first_words_to_the_last() -> None:
    assert words("“We stay … goes.”") == ["“We stay, and Velkan goes.”"]


@pytest.mark.parametrize("pointer", ["Velk", "the envoy. [Velk]", "Velk#3", "Velk#0", "Orvath", "met … Orvath", "el"])
def test_what_does_not_name_one_span_is_refused(pointer: str) -> None:
    with pytest.raises(RecordError):
        locate(TEXT, pointer)
