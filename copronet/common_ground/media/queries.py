"""Fetching at once what pictures and documents need to be shown."""

from collections.abc import Iterable

from django.db.models import prefetch_related_objects

from .models import DocumentFile, Picture


def fetch_sizes(pictures: Iterable[Picture]) -> None:
    """The sizes of many pictures in one query."""
    prefetch_related_objects(list(pictures), "renditions")


def fetch_other_versions(documents: Iterable[DocumentFile]) -> None:
    """The other language versions of many documents in one query."""
    documents = list(documents)
    versions = [document.versions for document in documents]
    found = {
        (each.versions, each.language): each for each in DocumentFile.objects.filter(versions__in=versions)
    }
    for document in documents:
        others = [each for (key, _language), each in found.items() if key == document.versions]
        document.other_version = next((each for each in others if each != document), None)
