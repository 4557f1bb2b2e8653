"""Where mail about school reaches somebody."""

from driehoek.backbone.access.viewer import Viewer
from driehoek.facts.people.models import Restriction


def mailbox_of(viewer: Viewer) -> str:
    """Her address; empty when nothing is sent there because of who reads along."""
    address = viewer.person.email
    blocks = Restriction.objects.reading_along(viewer.person, address, viewer.today)
    return "" if not address or blocks.exists() else address
