"""Whole pages inside a notebook: each in a frame of its own, so that neither sees the other's scripts and styles."""

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True)
class Page:
    """A self-contained HTML page; notebooks show it in a frame `height` pixels high."""

    html: str
    height: int = 640

    def _repr_html_(self) -> str:
        """Return the frame. The page runs there as it would in a window of its own, without the notebook's rights."""
        return (
            f'<iframe srcdoc="{escape(self.html)}" sandbox="allow-scripts" width="100%" height="{self.height}"'
            ' style="border: 0" title="Page made by kg"></iframe>'
        )
