"""The small timeline: form tells what happened from what did not, width tells how well a date is known."""

from xml.etree import ElementTree as ET

import pytest

from kg.analysis import Holding, Occurrence, Party
from kg.views.picture import Picture
from kg.views.timeline_svg import MOST, draw

SVG = "{http://www.w3.org/2000/svg}"


def occurrence(
    days: str, *, modality: str = "actual", polarity: str = "positive", name: str = "Mira Solen"
) -> Occurrence:
    earliest, _, latest = days.partition("/")
    return Occurrence(
        iri=f"https://example.org/{days}",
        type="MissileStrike",
        earliest=earliest,
        latest=latest or earliest,
        modality=modality,
        polarity=polarity,
        parties=(Party(iri="p", name=name, role="actor"),),
        spots=(),
        evidence=(),
    )


def read(picture: Picture) -> ET.Element:
    return ET.fromstring(picture)  # noqa: S314  we wrote it


def bars(picture: Picture) -> list[ET.Element]:
    return [bar for group in read(picture).iter(f"{SVG}g") for bar in group.iter(f"{SVG}rect")]


def labels(picture: Picture) -> list[str]:
    return [text.text or "" for group in read(picture).iter(f"{SVG}g") for text in group.iter(f"{SVG}text")]


def test_an_uncertain_date_is_drawn_wider() -> None:
    exact, month = bars(draw([occurrence("2031-01-02"), occurrence("2031-02-01/2031-02-28")]))
    assert float(month.attrib["width"]) > 5 * float(exact.attrib["width"])


def test_planned_is_hollow_and_demanded_broken() -> None:
    happened, planned, demanded = bars(
        draw(
            [
                occurrence("2031-01-01"),
                occurrence("2031-01-02", modality="planned"),
                occurrence("2031-01-03", modality="demanded"),
            ]
        )
    )
    assert (happened.get("fill"), planned.get("fill")) == ("currentColor", "none")
    assert (planned.get("stroke-dasharray"), demanded.get("stroke-dasharray")) == (None, "4 2.5")


def test_denied_is_struck_through_and_says_so() -> None:
    picture = draw([occurrence("2031-01-01", polarity="negative")])
    assert labels(picture) == ["Missile Strike (denied): Mira Solen"]
    assert [len(list(group.iter(f"{SVG}path"))) for group in read(picture).iter(f"{SVG}g")] == [1]


def test_posts_are_drawn_too() -> None:
    post = Holding(
        iri="t",
        person="p",
        name="Mira Solen",
        title="chair",
        body="Velmora",
        first="2031-02-01",
        last="2031-02-02",
        earliest="2031-01-01",
        latest="2031-03-01",
        evidence=(),
    )
    assert labels(draw([], [post])) == ["Mira Solen, chair (Velmora)"]


def test_names_stay_text_and_long_ones_are_cut() -> None:
    name = '<script>alert(1)</script>"><img src=x>' + "A" * 10_000
    picture = draw([occurrence("2031-01-01", name=name)], title=name)
    assert "<script" not in picture
    assert len(labels(picture)[0]) < 60


def test_what_is_left_out_is_counted() -> None:
    many = [occurrence(f"2031-{1 + number // 28:02}-{1 + number % 28:02}") for number in range(MOST + 5)]
    assert len(bars(draw(many))) == MOST
    assert "and 5 more" in draw(many)


def test_nothing_dated_is_nothing() -> None:
    assert draw([occurrence("")]) == ""
    assert draw([])._repr_svg_() is None


def test_the_order_does_not_matter() -> None:
    some = [occurrence("2031-01-01"), occurrence("2030-01-01", modality="planned")]
    assert draw(some) == draw(some[::-1])


@pytest.mark.parametrize(
    ("days", "names"),
    [
        ("2031-01-01/2031-01-31", ["2031-01-01", "2031-01-06"]),
        ("2031-01-01/2031-05-02", ["2031-01", "2031-02"]),
        ("1950-01-01/2020-01-02", ["1950", "1960"]),
    ],
)
def test_the_axis_names_days_months_or_years(days: str, names: list[str]) -> None:
    drawn = [text.text for text in read(draw([occurrence(days)])).findall(f"{SVG}text")]
    assert drawn[:2] == names
    assert len(drawn) <= 9
