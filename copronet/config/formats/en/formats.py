"""Django looks for formats by language; both languages of Wales write them alike."""

from copronet.config.formats.wales import *  # noqa: F403  (all of it)
