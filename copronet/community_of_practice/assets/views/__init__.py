"""The map and its list, an asset's page, adding and changing, checking, events."""
