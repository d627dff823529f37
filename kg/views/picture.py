"""Pictures that do not move: SVG that pages include as it is and that notebooks show as an image."""

from markupsafe import Markup


class Picture(Markup):
    """One SVG element; Jupyter and VS Code show it, and so does a web page that only displays a notebook."""

    __slots__ = ()

    def _repr_svg_(self) -> str | None:
        """Return the SVG for a notebook, None when there is nothing to show."""
        return str(self) or None
