"""The front door: the public face, the editorial pages and the workbench of the staff."""
