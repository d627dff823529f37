"""Events: importing this package registers the component `kg_events`."""

from kg.extract.events.component import events

__all__ = ["events"]
