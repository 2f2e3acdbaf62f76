"""What people wrote, told from what they quoted; and messages that no mail program would make."""

import time

import pytest

from copronet.common_ground.letters.emails import REPLY_LINE
from copronet.common_ground.letters.inbox.parsing import Mail, html_as_text
from copronet.common_ground.letters.inbox.quotes import without_quotes

WORDS = "Diolch, byddaf yno.\n\nThank you: I'll be there."

QUOTES = {
    "our line": f"{WORDS}\n\n> {REPLY_LINE}\n>\n> Annwyl Mair,\n",
    "our line, not marked as a quote": f"{WORDS}\n\nOn Mon the network wrote:\n{REPLY_LINE}\nAnnwyl Mair,\n",
    "Gmail in English": f"{WORDS}\n\nOn Mon, 2 Nov 2026 at 10:02, Y Rhwydwaith <r@ol.example> wrote:\n\n> hen\n",
    "Gmail in Welsh": f"{WORDS}\n\nAr Llun, 2 Tach 2026 am 10:02 Y Rhwydwaith <r@ol.example> ysgrifennodd:\n\n> hen",
    "verb first in Welsh": f"{WORDS}\n\nAr 2 Tachwedd 2026, ysgrifennodd Y Rhwydwaith\n<r@ol.example>:\n\n> hen\n",
    "Thunderbird in Welsh": f"{WORDS}\n\nAr 02/11/2026 10:02, ysgrifennodd Y Rhwydwaith:\n> hen eiriau\n> mwy\n",
    "Outlook in English": f"{WORDS}\n\nFrom: Y Rhwydwaith <r@ol.example>\n"
    "Sent: 02 November 2026 10:02\nTo: Mair\nSubject: Newyddion\n\nhen eiriau\n",
    "Outlook in Welsh": f"{WORDS}\n\nOddi wrth: Y Rhwydwaith <r@ol.example>\n"
    "Anfonwyd: 02 Tachwedd 2026 10:02\nAt: Mair\nPwnc: Newyddion\n\nhen eiriau\n",
    "original message in Welsh": f"{WORDS}\n\n-----Neges wreiddiol-----\nhen eiriau\n",
    "answer below": f"Ar 02/11/2026 10:02, ysgrifennodd Y Rhwydwaith:\n> hen eiriau\n> mwy\n\n{WORDS}\n",
    "answer below in English": f"On 02/11/2026 10:02, Y Rhwydwaith wrote:\n> hen eiriau\n> mwy\n\n{WORDS}\n",
    "answers between": "> hen eiriau\nDiolch, byddaf yno.\n\n> mwy\nThank you: I'll be there.\n",
    "signature": f"{WORDS}\n-- \nMair Enghraifft\n01234\n",
    "telephone": f"{WORDS}\n\nSent from my iPhone\n",
    "telephone in Welsh": f"{WORDS}\n\nAnfonwyd o fy iPhone\n",
    "nothing quoted": WORDS,
}


@pytest.mark.parametrize("text", QUOTES.values(), ids=QUOTES.keys())
def test_what_is_quoted_is_taken_off(text):
    assert without_quotes(text) == WORDS


@pytest.mark.parametrize(
    "words",
    [
        "Rwy'n cytuno.\nThanks, but I also object to the date.\nBest regards to all who asked.",
        "Ar ddydd Llun mae'n well gen i.\nDyna i gyd.",
        "On Monday I said this: yes.\nFrom my side, no.",
        "1. ie\n2. na\n- efallai",
    ],
)
def test_nothing_of_one_s_own_is_lost(words):
    assert without_quotes(words) == words


def test_the_words_of_html_alone_are_read_without_what_is_quoted():
    html = (
        "<html><head><style>p { color: red }</style></head><body><p>Diolch,<br>byddaf yno &amp; Gwenllian.</p>"
        "<blockquote>hen <blockquote>hŷn</blockquote> eiriau</blockquote><script>alert(1)</script></body></html>"
    )

    assert html_as_text(html) == "Diolch,\nbyddaf yno & Gwenllian."


HEAD = b"From: mair@enghraifft.example\r\nTo: neb@ateb.example\r\n"
BROKEN = {
    "nothing": b"",
    "noise": bytes(range(256)) * 40,
    "no headers": b"\r\n\r\nwords",
    "unknown character set": HEAD + b"Content-Type: text/plain; charset=rhyfedd\r\n\r\n\xff\xfe",
    "broken base64": HEAD + b"Content-Transfer-Encoding: base64\r\nContent-Type: text/plain\r\n\r\n!!!=abc=",
    "broken from": b'From: "unfinished <<@>\r\nTo: <>,,\r\nSubject: =?utf-8?q?=ff?=\r\n\r\nx',
    "broken message id": b"Message-ID: <[[[>>\r\nFrom: a@b.example\r\n\r\nx",
    "broken content type": HEAD + b"Content-Type: multipart; boundary\r\n\r\n--\r\n",
    "no boundary": HEAD + b"Content-Type: multipart/mixed\r\n\r\nx",
    "nul bytes": HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\na\x00b",
    "encoded word across lines": b"From: =?utf-8?B?////?= <a@b.example>\r\nTo: =?x?q?\r\n =20?=\r\n\r\nx",
    "broken report": HEAD
    + b"Content-Type: multipart/report; report-type=delivery-status; boundary=b\r\n\r\n--b\r\n"
    b"Content-Type: message/delivery-status\r\n\r\n\xff\xff: \r\n--b--",
    "address groups": b"From: undisclosed:;\r\nTo: a:b@c.example,d;\r\n\r\nx",
    "deep": HEAD
    + b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(150)),
    "deeper than Python goes": HEAD
    + b"".join(b'Content-Type: multipart/mixed; boundary="%d"\r\n\r\n--%d\r\n' % (n, n) for n in range(3000)),
    "a header without end": b"From: " + b"a@b.example, " * 100_000 + b"\r\n\r\nx",
    "many parts": HEAD + b"Content-Type: multipart/mixed; boundary=b\r\n\r\n" + b"--b\r\n\r\nx\r\n" * 5000,
}


@pytest.mark.parametrize("raw", BROKEN.values(), ids=BROKEN.keys())
def test_whatever_is_wrong_with_a_message_reading_it_does_not_fail(raw):
    mail = Mail.from_bytes(raw)

    found = [mail.sender, mail.message_id, mail.own_words(), mail.header("Subject")]

    assert all(isinstance(text, str) and "\x00" not in text for text in found)
    assert isinstance(mail.has_too_many_parts, bool)
    assert isinstance(mail.addresses("To", "Cc"), list)


@pytest.mark.parametrize(
    "text",
    [
        "On " * 20_000,
        "> " * 30_000,
        "Ar " + "a " * 30_000,
        "\n" * 60_000,
        "Disclaimer: " + "mail " * 10_000,
        "From: a\n" * 8_000,
        "-" * 60_000,
        "Oddi wrth: x\n" * 5_000,
        "Sent from my " * 5_000,
        "<div>" * 12_000,
    ],
)
def test_a_message_made_to_keep_us_busy_does_not(text):
    mail = Mail.from_bytes(HEAD + b"Content-Type: text/plain; charset=utf-8\r\n\r\n" + text.encode())
    started = time.process_time()

    mail.own_words()

    assert time.process_time() - started < 3


def test_somebody_who_claims_to_be_several_is_nobody():
    mail = Mail.from_bytes(b"From: a@b.example, c@d.example\r\n\r\nx")

    assert mail.sender == ""
