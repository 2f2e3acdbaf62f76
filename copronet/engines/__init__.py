"""Pure Python that reckons: no Django, no clock, no database, no chance."""
