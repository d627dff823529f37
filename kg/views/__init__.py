"""What one can look at: a folder of pages (`write_site`), and pictures and frames for notebooks.

network_picture(workspace.network())                 still pictures (SVG), shown wherever a notebook is read
timeline_picture(kg.analysis.happenings(graph))
map_picture(kg.analysis.areas(graph))
figures_picture([Figure(...), ...])
network_page(workspace.network())                    a page in a frame, to drag and zoom
"""

from kg.views.actors import network_page
from kg.views.figures_svg import Figure
from kg.views.figures_svg import draw as figures_picture
from kg.views.frames import Page
from kg.views.map_svg import draw as map_picture
from kg.views.network_svg import draw as network_picture
from kg.views.picture import Picture
from kg.views.site import write_site
from kg.views.timeline_svg import draw as timeline_picture

__all__ = [
    "Figure",
    "Page",
    "Picture",
    "figures_picture",
    "map_picture",
    "network_page",
    "network_picture",
    "timeline_picture",
    "write_site",
]
