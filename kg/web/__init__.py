"""The query page and the SPARQL 1.1 Protocol endpoint of `kg serve`: they only read, and ask no other host.

serve(folder, site=folder / "site", host="127.0.0.1", port=8765, timeout=30, limit=10_000, cors=None, listening=print)

One request on its way: `guard` looks at the name it was sent to, `protocol` reads the Question, a process of its own in
`workers` runs `answering` on the store, and the Answer goes back. `query_page` and `pages` are what a browser shows.
"""

from kg.web.app import ENDPOINT, make_app, serve
from kg.web.pages import has_pages
from kg.web.workers import Pool

__all__ = ["ENDPOINT", "Pool", "has_pages", "make_app", "serve"]
