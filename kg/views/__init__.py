"""Pages one can look at: a folder of self-contained HTML files that ask nothing of any network."""

from kg.views.site import write_site

__all__ = ["write_site"]
