"""Questionnaires in both languages and the answers to them, for every room that asks people something.

For staff, who write and publish them; for evaluators, who read answers without names; and for everyone who answers.
Who answered is held apart from what was answered. Leans on people, places and the journal.
"""
