"""Pairs of fields, the phrase a reader gets from a pair, and the state of each side."""

from collections.abc import Callable, Iterable, Iterator
from typing import Any, Self, overload

from django.core.exceptions import ValidationError
from django.db import DEFAULT_DB_ALIAS, models
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from .choices import NEITHER, Language, State


def reading_language() -> Language:
    """The language of the page being made."""
    return Language.WELSH if (get_language() or "").startswith("cy") else Language.ENGLISH


def pair(
    field: Callable[..., Any], verbose_name: Any, **options: Any
) -> "tuple[models.Field[str, str], models.Field[str, str]]":
    """The Welsh and the English field of one content: ``name_cy, name_en = pair(CharField, _("Name"))``.

    Each may be empty; `one_language` sees to it that they are not both.
    """
    return (
        field(verbose_name, blank=True, default="", **options),
        field(verbose_name, blank=True, default="", **options),
    )


class OneLanguage(models.CheckConstraint):
    """A pair says something in at least one language. A form says so at the pair, not at its top."""

    def validate(
        self,
        model: type[models.Model],
        instance: models.Model,
        exclude: set[str] | None = None,
        using: str = DEFAULT_DB_ALIAS,
    ) -> None:
        try:
            super().validate(model, instance, exclude=exclude, using=using)
        except ValidationError as refusal:
            welsh, _english = dict(self.condition.children)  # type: ignore[union-attr,arg-type]  # made below
            raise ValidationError({welsh: ValidationError(refusal.message, code=NEITHER)}) from refusal

    def deconstruct(self) -> Any:
        """To the database, and so to migrations, it is a check like any other."""
        _path, arguments, named = super().deconstruct()
        return "django.db.models.CheckConstraint", arguments, named


def one_language(name: str) -> OneLanguage:
    """The database's promise that a pair says something in at least one language."""
    return OneLanguage(
        name=f"%(app_label)s_%(class)s_{name}_in_a_language",
        condition=~models.Q(**{f"{name}_cy": "", f"{name}_en": ""}),
        violation_error_message=_("Write this in Welsh, in English, or in both."),
    )


class Phrase(str):
    """What a reader is shown of a pair: a text that knows its language, and whether that is the reader's.

    A text like any other, except that a template marks it where it is in the other language. Inside an
    attribute or a ``<title>``, which cannot be marked, write ``{{ thing.name.text }}``.
    """

    __slots__ = ("is_readers", "language")

    language: Language
    is_readers: bool

    def __new__(cls, text: str, language: Language, *, is_readers: bool) -> Self:
        phrase = super().__new__(cls, text)
        phrase.language, phrase.is_readers = language, is_readers
        return phrase

    @property
    def text(self) -> str:
        return str(self)

    def __html__(self) -> SafeString:
        """Escaped text; in the other language it carries ``lang`` and says so."""
        if self.is_readers or not self:
            return format_html("{}", self.text)
        return format_html(
            '<span lang="{}">{}</span> <small class="language-mark">({})</small>',
            self.language.value,
            self.text,
            _("in Welsh") if self.language is Language.WELSH else _("in English"),
        )


class Both:
    """Reads the pair of its own name: ``name = Both()`` gives the `Phrase` for the present reader."""

    def __set_name__(self, owner: type, name: str) -> None:
        self.name = name

    @overload
    def __get__(self, record: None, owner: type) -> Self: ...
    @overload
    def __get__(self, record: models.Model, owner: type) -> Phrase: ...
    def __get__(self, record: models.Model | None, owner: type) -> "Self | Phrase":
        if record is None:
            return self
        wanted = reading_language()
        own = getattr(record, f"{self.name}_{wanted.value}")
        if own:
            return Phrase(own, wanted, is_readers=True)
        other = getattr(record, f"{self.name}_{wanted.other.value}")
        return Phrase(other, wanted.other, is_readers=not other)


def pairs_of(model: type[models.Model]) -> Iterator[str]:
    """The names of a model's pairs that people write, in the order they were declared."""
    written = [field for field in model._meta.concrete_fields if field.editable]
    names = {field.name for field in written}
    for field in written:
        stem, _underscore, side = field.name.rpartition("_")
        if side == "cy" and f"{stem}_en" in names:
            yield stem


def sides_of(model: type[models.Model]) -> Iterator[tuple[str, Language]]:
    """The fields of a model's pairs with their languages, Welsh before English."""
    for stem in pairs_of(model):
        for language in Language:
            yield f"{stem}_{language.value}", language


def keep_as_right(record: models.Model, sides: Iterable[str]) -> None:
    """Tell the coming save that these fields still say what their other side says, though it changes."""
    record._right_as_is = frozenset(sides)  # type: ignore[attr-defined]  # noqa: SLF001  (see `right_as_is`)


def right_as_is(record: models.Model) -> frozenset[str]:
    """The fields that whoever saves this record has said are right as they are."""
    return getattr(record, "_right_as_is", frozenset())


class Passage(models.Model):
    """The state of one side of one pair of one record. The translators' queue reads these rows."""

    object_type = models.CharField(max_length=100)
    object_id = models.CharField(max_length=40)
    field = models.CharField(max_length=60)
    language = models.CharField(max_length=2, choices=Language)
    state = models.CharField(max_length=12, choices=State)
    since = models.DateTimeField(auto_now=True)
    # The version in which this side last said what the other says, while it is out of date.
    agreed = models.PositiveIntegerField(null=True)

    class Meta:
        verbose_name = _("passage")
        verbose_name_plural = _("passages")
        constraints = [
            models.UniqueConstraint(
                name="languages_passage_once",
                fields=["object_type", "object_id", "field", "language"],
            ),
            models.CheckConstraint(
                name="languages_passage_language_known",
                condition=models.Q(language__in=Language.values),
            ),
        ]
        indexes = [models.Index(fields=["state", "language"], name="languages_passage_waiting")]

    def __str__(self) -> str:
        return f"{self.object_type} {self.object_id} {self.field} {self.language}: {self.state}"
