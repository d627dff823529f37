"""The small map: places as wide as they are uncertain, names as text, well-formed SVG."""

from xml.etree import ElementTree as ET

from kg.analysis import Area
from kg.views.map_svg import draw
from kg.vocabulary import PREFIXES

SVG = "{http://www.w3.org/2000/svg}"


def place(name: str, longitude: float | None, latitude: float | None, precision: str) -> Area:
    return Area(
        iri=f"https://example.org/{name}",
        name=name,
        within="",
        kind="place",
        longitude=longitude,
        latitude=latitude,
        precision=precision,
    )


def ukraine() -> Area:
    return Area(
        iri=PREFIXES["id"] + "country-ua",
        name="Ukraine",
        within="",
        kind="country",
        longitude=None,
        latitude=None,
        precision="",
    )


def test_a_region_is_drawn_wider_than_a_town() -> None:
    svg = ET.fromstring(draw([place("Town", 36.0, 50.0, "city"), place("Region", 38.0, 48.0, "region")]))  # noqa: S314
    region, town = (float(circle.attrib["r"]) for circle in svg.iter(f"{SVG}circle"))
    assert region > 5 * town


def test_a_country_is_its_land_and_no_point() -> None:
    svg = ET.fromstring(draw([ukraine()]))  # noqa: S314
    assert not list(svg.iter(f"{SVG}circle"))
    assert len(list(svg.iter(f"{SVG}path"))) == 2
    assert [text.text for text in svg.iter(f"{SVG}text")] == ["Ukraine"]


def test_names_stay_text() -> None:
    name = '<script>alert(1)</script>"><img src=x>'
    svg = ET.fromstring(draw([place(name, 1.0, 2.0, "point")], title=name))  # noqa: S314
    assert not list(svg.iter("script"))
    assert svg.attrib["aria-label"] == f"{name}: {name}"


def test_a_long_name_is_cut_on_the_map() -> None:
    svg = ET.fromstring(draw([place("A" * 10_000, 1.0, 2.0, "point")]))  # noqa: S314
    assert [len(text.text or "") for text in svg.iter(f"{SVG}text")] == [30]


def test_nothing_to_draw_is_nothing() -> None:
    assert draw([]) == ""
    assert draw([place("Nowhere", None, None, "")]) == ""


def test_the_same_places_give_the_same_bytes_in_any_order() -> None:
    places = [place("B", 1.0, 2.0, "point"), ukraine(), place("A", 3.0, 2.0, "city")]
    assert draw(places) == draw(places[::-1])


def test_a_map_stays_small() -> None:
    assert len(draw([place("A", 36.0, 50.0, "point"), place("B", -70.0, -10.0, "point")])) < 200_000
    assert len(draw([place("A", 36.0, 50.0, "city")])) < 50_000
