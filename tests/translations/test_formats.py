"""Days, times and numbers as they are written in Wales, in either language."""

from datetime import UTC, date, datetime

import pytest
from django import forms
from django.utils import translation
from django.utils.formats import date_format, get_format, number_format, time_format

MOMENT = datetime(2026, 11, 21, 14, 30, tzinfo=UTC)


@pytest.mark.parametrize(
    ("language", "day", "moment", "month"),
    [
        ("cy", "21 Tachwedd 2026", "21 Tachwedd 2026, 14:30", "Tachwedd 2026"),
        ("en", "21 November 2026", "21 November 2026, 14:30", "November 2026"),
    ],
)
def test_days_and_moments(language, day, moment, month):
    with translation.override(language):
        assert date_format(MOMENT) == day
        assert date_format(MOMENT, "DATETIME_FORMAT") == moment
        assert date_format(MOMENT, "YEAR_MONTH_FORMAT") == month
        assert date_format(MOMENT, "SHORT_DATE_FORMAT") == "21/11/2026"
        assert time_format(MOMENT.time()) == "14:30"
        assert get_format("FIRST_DAY_OF_WEEK") == 1


@pytest.mark.parametrize("language", ["cy", "en"])
def test_numbers_are_grouped_alike(language):
    with translation.override(language):
        assert number_format(1234567.5, decimal_pos=2, use_l10n=True, force_grouping=True) == "1,234,567.50"


@pytest.mark.parametrize("language", ["cy", "en"])
@pytest.mark.parametrize("written", ["03/04/2026", "3/4/2026", "03/04/26", "2026-04-03"])
def test_the_day_comes_before_the_month(language, written):
    with translation.override(language):
        assert forms.DateField().clean(written) == date(2026, 4, 3)
