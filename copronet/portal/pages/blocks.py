"""The pieces a page's text is made of. Few, so that every page reads like the others."""

from typing import Any

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail.blocks import (
    CharBlock,
    PageChooserBlock,
    RichTextBlock,
    StreamBlock,
    StructBlock,
    StructValue,
    TextBlock,
    URLBlock,
)
from wagtail.documents.blocks import DocumentChooserBlock
from wagtail.images.blocks import ImageChooserBlock

FEATURES = ["bold", "italic", "ol", "ul", "link", "document-link"]


class PictureBlock(StructBlock):
    picture = ImageChooserBlock(label=_("Picture"))
    caption = CharBlock(label=_("Caption"), required=False, max_length=300)

    class Meta:
        icon = "image"
        label = _("Picture")
        template = "pages/blocks/picture.html"


class QuoteBlock(StructBlock):
    words = TextBlock(label=_("Words"))
    said_by = CharBlock(label=_("Said by"), required=False, max_length=200)

    class Meta:
        icon = "openquote"
        label = _("Quotation")
        template = "pages/blocks/quote.html"


class CallValue(StructValue):
    """Where a call to action leads: a page of ours, else an address elsewhere."""

    @property
    def href(self) -> str:
        page = self.get("page")
        return (page and page.specific.url) or self.get("address") or ""


class CallBlock(StructBlock):
    words = CharBlock(label=_("Words on the button"), max_length=80)
    page = PageChooserBlock(label=_("A page of this site"), required=False)
    address = URLBlock(label=_("Or an address elsewhere"), required=False)

    def clean(self, value: Any) -> Any:
        cleaned = super().clean(value)
        if bool(cleaned.get("page")) == bool(cleaned.get("address")):
            raise ValidationError(_("Choose a page of this site or give an address, one of the two."))
        return cleaned

    class Meta:
        icon = "link"
        label = _("Call to action")
        template = "pages/blocks/call.html"
        value_class = CallValue


class QuestionBlock(StructBlock):
    question = CharBlock(label=_("Question"), max_length=200)
    answer = RichTextBlock(label=_("Answer"), features=FEATURES)

    class Meta:
        icon = "help"
        label = _("Question and answer")
        template = "pages/blocks/question.html"


class TextOfPage(StreamBlock):
    heading = CharBlock(
        label=_("Heading"), max_length=200, icon="title", template="pages/blocks/heading.html"
    )
    paragraph = RichTextBlock(label=_("Paragraphs"), features=FEATURES, icon="pilcrow")
    picture = PictureBlock()
    document = DocumentChooserBlock(label=_("Document"), template="pages/blocks/document.html")
    quote = QuoteBlock()
    call = CallBlock()
    question = QuestionBlock()

    class Meta:
        label = _("Text")
