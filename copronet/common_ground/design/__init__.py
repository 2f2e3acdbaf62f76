"""The design system: tokens, type, components, the gallery and the tile map of Wales.

For everybody who makes a page, so that each looks, reads and works like the others.
"""
